"""What a change of policy does to the people of a registry, and to the money."""
