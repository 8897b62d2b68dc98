"""JSON Schema of the course files, for editors. `tutor check` has the last word."""
