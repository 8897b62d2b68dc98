"""What the tests of interop share."""
