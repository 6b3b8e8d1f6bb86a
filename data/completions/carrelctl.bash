# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of carrelctl for bash. Commands and options come from its own help, so that they are never out of date.

# The program that is being completed, with help in words that can be matched.
_carrelctl_help() {
  LC_ALL=C.UTF-8 "${COMP_WORDS[0]}" "$@" --help 2>/dev/null
}

_carrelctl_commands() {
  _carrelctl_help | sed -n 's/^  \([a-z][a-z-]*\)  *[^ ].*/\1/p' | grep -v '^carrelctl$'
}

_carrelctl_options() {
  _carrelctl_help "$1" | sed -n 's/^  \(-[a-zA-Z], \)\{0,1\}\(--[a-z-]*=\{0,1\}\).*/\2/p'
}

# What an option or the arguments of a command are: FILE, FORMAT, COURSE or something to type.
_carrelctl_value() {
  _carrelctl_help "$1" | sed -n "s/^  \(-[a-zA-Z], \)\{0,1\}$2=\([^ ]*\).*/\2/p"
}

_carrelctl_complete() {
  local IFS=$'\n'
  case $1 in
    *FORMAT*) COMPREPLY=($(compgen -W $'pack\nmarkdown\nics\ntext' -- "$2")) ;;
    *FILE*) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$2")) ;;
    *COURSE*) COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" list 2>/dev/null | cut -f 1)" -- "$2")) ;;
  esac
}

_carrelctl() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} usage
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "$(_carrelctl_commands) --help --version" -- "$word"))
    return
  fi
  if [ "$word" = "=" ]; then
    _carrelctl_complete "$(_carrelctl_value "$command" "$before")" ""
  elif [ "$before" = "=" ]; then
    _carrelctl_complete "$(_carrelctl_value "$command" "${COMP_WORDS[COMP_CWORD - 2]}")" "$word"
  elif [ "${word#-}" != "$word" ]; then
    COMPREPLY=($(compgen -W "$(_carrelctl_options "$command")" -- "$word"))
    [ "${COMPREPLY[0]%=}" = "${COMPREPLY[0]}" ] || compopt -o nospace 2>/dev/null
  else
    case $before in
      --*) usage=$(_carrelctl_value "$command" "$before") ;;
      -t | -o | -s | -n) usage=$(_carrelctl_help "$command" | sed -n "s/^  $before, --[a-z-]*=\([^ ]*\).*/\1/p") ;;
    esac
    [ -n "$usage" ] || usage=$(_carrelctl_help "$command" | sed -n 's/^  carrelctl .* '"$command"' *//p')
    _carrelctl_complete "$usage" "$word"
  fi
}

complete -F _carrelctl carrelctl
