"""How the weights of the labeler are made, and measured on outlets that they were not made with."""
