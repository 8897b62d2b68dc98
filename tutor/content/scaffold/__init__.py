"""New courses, modules, lessons, questions and scenarios: skeletons that explain themselves."""
