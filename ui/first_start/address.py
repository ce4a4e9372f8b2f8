"""Where the hall's database is, in the parts that a technician knows, and as the URL that the program keeps."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

_SERVER_SCHEME, _FILE_SCHEME = "postgresql", "sqlite"
_FIRST_FIT = ("target_session_attrs", "read-write")
_HOST_OPTIONS = ("host", _FIRST_FIT[0])


class Place(StrEnum):
    """Where a hall can be."""

    SERVER = "server"
    FILE = "file"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Address:
    """A database. ``hosts`` are those of PostgreSQL, ``host`` or ``host:port``, the preferred one first.

    ``file`` is the SQLite file of a hall or of the sample; ``options`` of a URL are kept, though nobody is asked.
    """

    place: Place = Place.SERVER
    hosts: str = ""
    database: str = ""
    user: str = ""
    password: str = ""
    file: str = ""
    options: tuple[tuple[str, str], ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether there is enough to try it."""
        if self.place is Place.SERVER:
            return bool(self.host_list and self.database.strip())
        return bool(self.file.strip())

    @property
    def host_list(self) -> tuple[str, ...]:
        """The hosts one by one."""
        return tuple(host for host in self.hosts.replace(",", " ").replace("，", " ").split() if host)

    @property
    def url(self) -> str:
        """The SQLAlchemy URL, password included."""
        if self.place is not Place.SERVER:
            return f"{_FILE_SCHEME}:///{self.file.strip()}"
        who = quote(self.user.strip(), safe="")
        if self.password:
            who += f":{quote(self.password, safe='')}"
        where = self.host_list[0] if len(self.host_list) == 1 else ""
        options = [("host", _with_port(host)) for host in self.host_list] if not where else []
        if options:
            options.append(_FIRST_FIT)
        query = urlencode([*options, *self.options], safe=":/")
        start = (
            f"{_SERVER_SCHEME}://{who + '@' if who else ''}{where}/{quote(self.database.strip(), safe='')}"
        )
        return f"{start}?{query}" if query else start

    @property
    def shown(self) -> str:
        """Where it is, in a word, without user and password."""
        return ", ".join(self.host_list) if self.place is Place.SERVER else self.file.strip()


def address_of(url: str) -> Address:
    """The parts of a URL; what cannot be read is left to be typed again."""
    parts = urlsplit(url)
    if parts.scheme.startswith(_FILE_SCHEME):
        return Address(Place.FILE, file=unquote(url.partition(":///")[2].partition("?")[0]))
    query = parse_qsl(parts.query)
    where = parts.netloc.rpartition("@")[2]
    hosts = [where] if where else [value for name, value in query if name == "host"]
    return Address(
        Place.SERVER,
        hosts=", ".join(hosts),
        database=unquote(parts.path.removeprefix("/")),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        options=tuple((name, value) for name, value in query if name not in _HOST_OPTIONS),
    )


def _with_port(host: str) -> str:
    return host if ":" in host else f"{host}:5432"
