"""The door to the disk: learners, their journals, and everything that must survive a kill."""
