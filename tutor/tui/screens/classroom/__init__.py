"""The screens of a class session: the cockpit, the wall, both on one screen."""
