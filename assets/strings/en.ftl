### errors

# (errors)


### codes

# (codes)


### calendar

# (calendar)


### commands

# (commands)


### shell

# (shell)


### meetings

# (meetings)


### meeting-workspace

# (meeting-workspace)


### registers

# (registers)


### settings

# (settings)


### documents

# (documents)


### cli

# (cli)


### widgets

# (widgets)


