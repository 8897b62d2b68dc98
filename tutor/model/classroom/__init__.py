"""A class session: agenda, happenings, state. One room, one journal."""
