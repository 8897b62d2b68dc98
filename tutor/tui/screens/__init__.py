"""The screens: they route what views and lists say to one verb of study, and show the answer."""
