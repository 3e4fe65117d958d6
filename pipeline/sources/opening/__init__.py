"""Files opened: what they hold, whatever form they are of.

This is where foreign bytes meet a library; it knows no model, so a process of its own can do it
while another loads the models.
"""
