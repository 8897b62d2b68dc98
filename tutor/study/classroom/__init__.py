"""A class session for a front end: agenda, verbs, wall and cockpit, report."""
