"""The screens: one room a station, shared parts beside them. The only place that knows Qt."""
