"""The guide desk (导办台): find the item, check the materials, issue the ticket, keep an eye on the lines."""
