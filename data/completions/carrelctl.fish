# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of carrelctl for fish. Commands and options come from its own help, so that they are never out of date.

function __carrelctl_help
    env LC_ALL=C.UTF-8 carrelctl $argv --help 2>/dev/null
end

function __carrelctl_commands
    __carrelctl_help | string replace -rf '^  ([a-z][a-z-]*)  +([^ ].*)$' '$1\t$2'
end

function __carrelctl_command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and echo $words[2]
end

function __carrelctl_options
    __carrelctl_help (__carrelctl_command) | string replace -rf '^  (?:-[a-zA-Z], )?(--[a-z-]+=?)[^ ]* +(.*)$' '$1\t$2'
end

function __carrelctl_wants_file
    __carrelctl_help (__carrelctl_command) | string match -rq -- '^  carrelctl .* FILE'
end

function __carrelctl_values
    set -l command (__carrelctl_command)
    set -l word (commandline -ct)
    set -l option (string replace -rf '^(--[a-z-]+)=.*$' '$1' -- $word)
    set -l usage (__carrelctl_help $command | string replace -rf "^  carrelctl .* $command ?" '')
    if test -n "$option"
        set usage (__carrelctl_help $command | string replace -rf "^  (?:-[a-zA-Z], )?$option=([^ ]*).*" '$1')
        set option $option=
        set word (string replace -r '^--[a-z-]+=' '' -- $word)
    end
    switch "$usage"
        case '*FORMAT*'
            printf "$option%s\n" pack markdown ics text
        case '*COURSE*'
            carrelctl list 2>/dev/null | cut -f 1 | string replace -r '^' "$option"
    end
end

complete -c carrelctl -f
complete -c carrelctl -n 'not __carrelctl_command' -a '(__carrelctl_commands)'
complete -c carrelctl -n '__carrelctl_command; and string match -rq -- "^-[^=]*\$" (commandline -ct)' -a '(__carrelctl_options)'
complete -c carrelctl -n '__carrelctl_command' -a '(__carrelctl_values)'
complete -c carrelctl -n '__carrelctl_wants_file; and not string match -q -- "-*" (commandline -ct)' -F
complete -c carrelctl -n '__carrelctl_command; and __carrelctl_help (__carrelctl_command) | string match -q "*--output=*"' -s o -l output -rF
