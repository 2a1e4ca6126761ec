# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_msgctl_global_optspecs
    string join \n C/config= database= format= color= q/quiet v/verbose no-progress log-format= log-file= now= h/help V/version
end

function __fish_msgctl_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_msgctl_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_msgctl_using_subcommand
    set -l cmd (__fish_msgctl_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c msgctl -n "__fish_msgctl_needs_command" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_needs_command" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_needs_command" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_needs_command" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_needs_command" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_needs_command" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_needs_command" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_needs_command" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_needs_command" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_needs_command" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_needs_command" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "init" -d 'Set up a folder: configuration, key, database'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "demo" -d 'Show all of it in twenty seconds: set up, import, plan, send, account'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "doctor" -d 'Check everything that sending depends on'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "site" -d 'Add, list, show and change sites; keep their allow-lists'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "recipients" -d 'Import, pull, list, show, export and erase people'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "suppress" -d 'Keep numbers from being written to'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "template" -d 'Write, check and look at message templates'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "send" -d 'Send to many people, each once, within every limit'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "campaign" -d 'List, show, approve, pause, resume and cancel campaigns; try what failed again; prove what was sent'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "schedule" -d 'List, pause, resume and remove sends that come again and again (`send --every`)'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "message" -d 'List, show and explain messages; decide about those in doubt'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "messages" -d 'List, show and explain messages; decide about those in doubt'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "notice" -d 'Show what operators and sites were told, and tell what is due'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "notices" -d 'Show what operators and sites were told, and tell what is due'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "report" -d 'Fetch reports from the providers, and tell sites what failed'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "reports" -d 'Fetch reports from the providers, and tell sites what failed'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "worker" -d 'Send what is due of all campaigns until told to stop: detached, scheduled and recurring sends, retries, reports'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "stats" -d 'Show how much was delivered, failed, is open, and what it cost'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "credits" -d 'Top up, give back, look at and prove the prepaid credits of sites'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "price" -d 'Keep price books: what a delivered message costs a site'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "settle" -d 'Settle a month: a bill for each line, as a draft that can be made anew until the month is closed'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "customer" -d 'Add, import, list and show the customers of lines'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "plan" -d 'Add, import and list plans'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "vas" -d 'Add, import and list added services'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "line" -d 'Activate, change, suspend and end lines; import them with their history, payments and use'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "number" -d 'Keep the pool of telephone numbers'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "rate" -d 'Audit the limits'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "codes" -d 'List and explain the result codes of providers'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "crypto" -d 'Look at the keys of personal data, and change them'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "audit" -d 'Look at the audit trail'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "config" -d 'Show and check the configuration'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "db" -d 'Make, migrate and look at the database'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "sim" -d 'Run a provider simulator that speaks SOLAPI\'s API'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "drill" -d 'Kill senders again and again, then prove that nobody was written to twice and nobody forgotten'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "util" -d 'Generate completions, man pages and the reference'
complete -c msgctl -n "__fish_msgctl_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -l demo -d 'Add something to play with, and send to the simulator'
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand init" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -l people -d 'How many people' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -l seed -d 'Seed of the people and of what becomes of their messages' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -l dir -d 'The folder, not there yet or empty [default: msgctl-demo]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand demo" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -l offline -d 'Do not call the providers'
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand doctor" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -f -a "add" -d 'Add a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -f -a "list" -d 'List the sites'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -f -a "show" -d 'Show one site'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -f -a "set" -d 'Change a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -f -a "allow" -d 'Keep the allow-list of a site in trial'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and not __fish_seen_subcommand_from add list show set allow help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l title -d 'What people call the site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l sender -d 'Registered sender number; the first is the default (can be repeated)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l sender-key -d 'Alimtalk channel id at the provider (pfId)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l wrapper -d 'Template that wraps every message of the site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l strategy -d 'Strategy where a campaign names none' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l callback -d 'Where results are posted' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l contact -d 'Telephone shown in advertising' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l optout -d 'Free opt-out number for advertising (080…)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l dedupe -d 'How long the same text is not sent to the same person again, like 24h, or off; \'\' is as configured' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l daily-cap -d 'Most messages to one person on one Korean day; 0 is any number, \'\' is as configured' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l trial -d 'Only try it out: on writes to the allow-list and to nobody else' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l approval-above -d 'A campaign to more people than this awaits the approval of a second person; off is never' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l rate -d 'A limit of the site\'s own inside a channel\'s, like sms=50/min; sms=off takes it away (can be repeated)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l billing -d 'How it pays for its messages: from its credits, or not at all' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l credit-limit -d 'How far its credits may go below zero, in won' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l low-balance -d 'Tell when its credits fall below this many won; \'\' is never' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l dry-run -d 'Show what would be added, add nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from show" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from show" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from show" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from show" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from show" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from show" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from show" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l title -d 'What people call the site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l sender -d 'Registered sender number; the first is the default (can be repeated)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l sender-key -d 'Alimtalk channel id at the provider (pfId)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l wrapper -d 'Template that wraps every message of the site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l strategy -d 'Strategy where a campaign names none' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l callback -d 'Where results are posted' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l contact -d 'Telephone shown in advertising' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l optout -d 'Free opt-out number for advertising (080…)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l dedupe -d 'How long the same text is not sent to the same person again, like 24h, or off; \'\' is as configured' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l daily-cap -d 'Most messages to one person on one Korean day; 0 is any number, \'\' is as configured' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l trial -d 'Only try it out: on writes to the allow-list and to nobody else' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l approval-above -d 'A campaign to more people than this awaits the approval of a second person; off is never' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l rate -d 'A limit of the site\'s own inside a channel\'s, like sms=50/min; sms=off takes it away (can be repeated)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l billing -d 'How it pays for its messages: from its credits, or not at all' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l credit-limit -d 'How far its credits may go below zero, in won' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l low-balance -d 'Tell when its credits fall below this many won; \'\' is never' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l dry-run -d 'Show what it would be, change nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from set" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -f -a "add" -d 'Add receivers to the allow-list of a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -f -a "remove" -d 'Take receivers off the allow-list of a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -f -a "list" -d 'List the allow-list of a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from allow" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the sites'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one site'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from help" -f -a "set" -d 'Change a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from help" -f -a "allow" -d 'Keep the allow-list of a site in trial'
complete -c msgctl -n "__fish_msgctl_using_subcommand site; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -f -a "import" -d 'Import people from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -f -a "pull" -d 'Pull the people of an age group out of your own database'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -f -a "list" -d 'List the people of a site or of one of its lists'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -f -a "show" -d 'Show one person: consents, lists, suppressions, number of messages'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -f -a "lists" -d 'List the lists of a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -f -a "export" -d 'Export the people of a site or of one of its lists'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -f -a "erase" -d 'Erase people and every trace of their data'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and not __fish_seen_subcommand_from import pull list show lists export erase help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l site -d 'The site they belong to' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l list -d 'Put everybody on this list; it is made if it is not there' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l map -d 'Headers that are not recognised: phone, name, email, birth_date, ad_consent, night_consent' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l encoding -d 'What the file is written in' -r -f -a "auto\t'Find out'
utf-8\t'UTF-8'
cp949\t'Korean Windows'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l rejects -d 'Where refused rows are written [default: FILE.rejects.csv]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l on-duplicate -d 'A number that is there already, on record or earlier in the file' -r -f -a "update\t'The later row wins'
skip\t'What is there stays'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l consent-date -d 'When consent was given where a row does not say [default: today]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l dry-run -d 'Do all of it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l site -d 'The site they belong to' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l source -d 'The source, as in `[source.NAME]`' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l age-group -d 'teens, twenties, thirties, forties, fifties or sixties-plus' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l list -d 'Put everybody on this list; it is made if it is not there' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l rejects -d 'Where refused rows are written' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l dry-run -d 'Do all of it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from pull" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l site -d 'The site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l list -d 'Only people on this list' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l after -d 'Only people behind this id' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -l site -d 'The site a number belongs to' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -l site -d 'The site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from lists" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -l site -d 'The site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -l list -d 'Only people on this list' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -s o -l output -d 'Write to this file' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -l site -d 'The site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -l list -d 'Everybody on this list' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -l drop-suppressions -d 'Take their suppressions away too: a new import may write to them again'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -l dry-run -d 'Show what would be erased, erase nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -s y -l yes -d 'Do not ask'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from erase" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from help" -f -a "import" -d 'Import people from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from help" -f -a "pull" -d 'Pull the people of an age group out of your own database'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the people of a site or of one of its lists'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one person: consents, lists, suppressions, number of messages'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from help" -f -a "lists" -d 'List the lists of a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from help" -f -a "export" -d 'Export the people of a site or of one of its lists'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from help" -f -a "erase" -d 'Erase people and every trace of their data'
complete -c msgctl -n "__fish_msgctl_using_subcommand recipients; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -f -a "add" -d 'Add numbers that must not be written to'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -f -a "remove" -d 'Remove numbers from the suppressions'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -f -a "import" -d 'Add the numbers of a file'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -f -a "list" -d 'List the suppressions of a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and not __fish_seen_subcommand_from add remove import list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -l site -d 'The site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -l scope -d 'What is closed: all, or one channel' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -l reason -d 'Why: manual, opt-out, bounce, or a word of your own' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -l dry-run -d 'Show what would change, change nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -l site -d 'The site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -l scope -d 'Only suppressions of this scope' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -l dry-run -d 'Show what would change, change nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l site -d 'The site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l scope -d 'What is closed: all, or one channel' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l reason -d 'Why: manual, opt-out, bounce, or a word of your own' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l column -d 'The header of the numbers, where it is not recognised' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l rejects -d 'Where refused rows are written' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l dry-run -d 'Show what would change, change nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l site -d 'The site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l scope -d 'Only suppressions of this scope' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l after -d 'Only suppressions behind this one' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add numbers that must not be written to'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove numbers from the suppressions'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from help" -f -a "import" -d 'Add the numbers of a file'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the suppressions of a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand suppress; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -f -a "add" -d 'Add a template'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -f -a "edit" -d 'Write a new version of a template'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -f -a "list" -d 'List the templates, each at its newest version'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -f -a "show" -d 'Show a template, its newest version or one of the older'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -f -a "render" -d 'Show a template filled in, as somebody would get it'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -f -a "lint" -d 'Say what is wrong with templates, or soon will be'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and not __fish_seen_subcommand_from add edit list show render lint help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l site -d 'Whose it is' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l from -d 'Begin with this starter' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l body -d 'The text, with variables as `#{name}` or `{{name}}`' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l file -d 'Read the text from this file, `-` for standard input' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l channel -d 'What it is written for: alimtalk, sms, lms or mms' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l subject -d 'Subject of an LMS, up to 40 bytes' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l fallback -d 'Text message for those whom the Alimtalk does not reach (default: the body)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l provider-code -d 'Id of the approved Alimtalk template at the provider' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l variables -d 'The variables it is meant to have; others are reported (separated by commas)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l note -d 'Why it was written or changed' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l dry-run -d 'Check it and show what would be added, add nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l site -d 'Whose it is, where several sites have one of that name' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l body -d 'The text, with variables as `#{name}` or `{{name}}`' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l file -d 'Read the text from this file, `-` for standard input' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l channel -d 'What it is written for: alimtalk, sms, lms or mms' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l subject -d 'Subject of an LMS, up to 40 bytes' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l fallback -d 'Text message for those whom the Alimtalk does not reach (default: the body)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l provider-code -d 'Id of the approved Alimtalk template at the provider' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l variables -d 'The variables it is meant to have; others are reported (separated by commas)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l note -d 'Why it was written or changed' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l dry-run -d 'Check it and show what it would be, write nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -l site -d 'Only those of this site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -l starters -d 'Those that come with msgctl instead, to begin from'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -l site -d 'Whose it is, where several sites have one of that name' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -l versions -d 'List all its versions instead'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -l site -d 'Whose it is, where several sites have one of that name' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -l var -d 'Value of a variable (can be repeated)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from render" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -l site -d 'Whose it is, or whose are checked' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -l ad -d 'Check it as advertising, even without a label'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from lint" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a template'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Write a new version of a template'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the templates, each at its newest version'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a template, its newest version or one of the older'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from help" -f -a "render" -d 'Show a template filled in, as somebody would get it'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from help" -f -a "lint" -d 'Say what is wrong with templates, or soon will be'
complete -c msgctl -n "__fish_msgctl_using_subcommand template; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l site -d 'Whose people' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l to -d 'Write to this number (can be repeated)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l list -d 'Write to the members of this list' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l csv -d 'Write to the people of a CSV file, `-` for standard input; they do not become recipients of the site' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l age-group -d 'Write to an age group of your own member database, by full age on today\'s Korean day' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l source -d 'The database to ask, as in `[source.NAME]`; not needed where there is one only' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l template -d 'The template, newest version or NAME@3' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l message -d 'A text, inside the site\'s wrapper' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l var -d 'Value of a variable, the same for everybody (can be repeated)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l subject -d 'Subject; makes every text an LMS' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l strategy -d 'How the first channel is chosen; the site\'s own by default' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l granularity -d 'What `cost-optimized` compares the prices of: each person\'s own messages, or those of all people together, who then all go the same way' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l fallback-message -d 'The text for those whom Alimtalk cannot reach' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l lane -d 'What goes first when several campaigns wait' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l on-insufficient -d 'What to do where the site\'s credits do not suffice for everybody' -r -f -a "fail\t'End with 3, nothing is sent'
partial\t'Send to as many as they suffice for, in order'"
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l test -d 'Send a marked test of the text to these numbers now, and to nobody else' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l plan -d 'Send exactly the plan with this hash, or refuse' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l key -d 'Idempotency key: the same key and request goes on, or answers as before' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l schedule -d 'Plan it now, and let a worker send it from then on: Korean time like `2026-11-21 09:00`, or RFC 3339' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l every -d 'Send it again and again: minute, hour, day, month, weekday in Korean time, like `0 9 * * MON`' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l on-full -d 'What to do where more messages would wait than may (`send.max_backlog`)' -r -f -a "fail\t'End with 75, nothing is sent'
wait\t'Wait until there is room'"
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l report-wait -d 'How long to wait for final reports; `send.report_wait` by default' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l max-failure-rate -d 'End with 6 if more than this share failed, like 5%' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l ad -d 'Advertising, as text with label, name, contact and opt-out: only to those who consented, at night only to those who agreed to that; the rest waits until 08:00'
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l allow-repeat -d 'Write also to those who had the same text a moment ago (`send.dedupe_window`)'
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l dry-run -d 'Show the plan, send nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l detach -d 'Plan it, and leave the sending to a `msgctl worker`'
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand send" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -f -a "list" -d 'List the campaigns, newest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -f -a "show" -d 'Show one campaign: plan, results, cost, why it is held'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -f -a "approve" -d 'Approve a campaign that somebody else planned'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -f -a "pause" -d 'Pause a campaign: nothing more of it is handed over until it is resumed'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -f -a "resume" -d 'Go on with a campaign that was paused or interrupted, until it is finished'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -f -a "cancel" -d 'Cancel a campaign: what has not been handed over never will be'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -f -a "retry-failed" -d 'Queue failed messages of a campaign once more'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -f -a "evidence" -d 'Write the proof of a campaign into one folder: text, plan, consents, receipts'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and not __fish_seen_subcommand_from list show approve pause resume cancel retry-failed evidence help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l site -d 'Only those of this site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l state -d 'Only those in this state' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l before -d 'Only those older than this one' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -l as -d 'Who approves, on an account that several people share; the trail keeps the account too' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -l dry-run -d 'Show what would change, change nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from approve" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l reason -d 'Why, for whoever looks at it' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l dry-run -d 'Show what would change, change nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from pause" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l report-wait -d 'How long to wait for final reports; `send.report_wait` by default' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from resume" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Do not ask'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -l dry-run -d 'Show what would be cancelled, cancel nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from cancel" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -l code -d 'Only what failed with this code, whatever its class (can be repeated)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -l dry-run -d 'Show what would be queued, queue nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from retry-failed" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -l dir -d 'The folder; `evidence-ID` by default' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from evidence" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the campaigns, newest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one campaign: plan, results, cost, why it is held'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "approve" -d 'Approve a campaign that somebody else planned'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Pause a campaign: nothing more of it is handed over until it is resumed'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Go on with a campaign that was paused or interrupted, until it is finished'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'Cancel a campaign: what has not been handed over never will be'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "retry-failed" -d 'Queue failed messages of a campaign once more'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "evidence" -d 'Write the proof of a campaign into one folder: text, plan, consents, receipts'
complete -c msgctl -n "__fish_msgctl_using_subcommand campaign; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -f -a "list" -d 'List schedules with their next times and what came of the last ones'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -f -a "pause" -d 'Pause a schedule'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -f -a "resume" -d 'Let a paused schedule go on'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -f -a "remove" -d 'Remove a schedule'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and not __fish_seen_subcommand_from list pause resume remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l site -d 'Of this site only' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l dry-run -d 'Show what would change, change nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l dry-run -d 'Show what would change, change nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l dry-run -d 'Show what would change, change nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "list" -d 'List schedules with their next times and what came of the last ones'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Pause a schedule'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Let a paused schedule go on'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a schedule'
complete -c msgctl -n "__fish_msgctl_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -f -a "list" -d 'List the messages of a campaign, or those to one number'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -f -a "show" -d 'Show one message and its text'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -f -a "explain" -d 'Explain how one message went: its way and why, every attempt, what each result made of it'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -f -a "doubt" -d 'List messages in doubt with the evidence, and decide about them where the provider does not'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and not __fish_seen_subcommand_from list show explain doubt help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l to -d 'To this number' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l site -d 'The site that wrote to the number' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l state -d 'Only those in this state' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l after -d 'Only messages behind this id' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from explain" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -f -a "list" -d 'List messages in doubt: since when, why, how often the provider was asked and when it is asked again'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -f -a "resolve" -d 'Decide what became of a message in doubt, where you know it better than the provider says'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from doubt" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the messages of a campaign, or those to one number'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one message and its text'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "explain" -d 'Explain how one message went: its way and why, every attempt, what each result made of it'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "doubt" -d 'List messages in doubt with the evidence, and decide about them where the provider does not'
complete -c msgctl -n "__fish_msgctl_using_subcommand message; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -f -a "list" -d 'List the messages of a campaign, or those to one number'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -f -a "show" -d 'Show one message and its text'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -f -a "explain" -d 'Explain how one message went: its way and why, every attempt, what each result made of it'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -f -a "doubt" -d 'List messages in doubt with the evidence, and decide about them where the provider does not'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and not __fish_seen_subcommand_from list show explain doubt help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l to -d 'To this number' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l site -d 'The site that wrote to the number' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l state -d 'Only those in this state' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l after -d 'Only messages behind this id' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from explain" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -f -a "list" -d 'List messages in doubt: since when, why, how often the provider was asked and when it is asked again'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -f -a "resolve" -d 'Decide what became of a message in doubt, where you know it better than the provider says'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from doubt" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the messages of a campaign, or those to one number'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one message and its text'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "explain" -d 'Explain how one message went: its way and why, every attempt, what each result made of it'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "doubt" -d 'List messages in doubt with the evidence, and decide about them where the provider does not'
complete -c msgctl -n "__fish_msgctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -f -a "list" -d 'Show the last notices, the newest first: one line for each place that it goes to'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -f -a "relay" -d 'Tell what is due: to the log, to the callbacks of sites, to the alert address'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and not __fish_seen_subcommand_from list relay help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -l site -d 'Only about this site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -l state -d 'Only those in this state' -r -f -a "ready\t''
leased\t''
sent\t''
skipped\t''
dead\t''"
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -l again -d 'Also what was given up, or had nowhere to go'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from relay" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from help" -f -a "list" -d 'Show the last notices, the newest first: one line for each place that it goes to'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from help" -f -a "relay" -d 'Tell what is due: to the log, to the callbacks of sites, to the alert address'
complete -c msgctl -n "__fish_msgctl_using_subcommand notice; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -f -a "list" -d 'Show the last notices, the newest first: one line for each place that it goes to'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -f -a "relay" -d 'Tell what is due: to the log, to the callbacks of sites, to the alert address'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and not __fish_seen_subcommand_from list relay help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -l site -d 'Only about this site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -l state -d 'Only those in this state' -r -f -a "ready\t''
leased\t''
sent\t''
skipped\t''
dead\t''"
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -l again -d 'Also what was given up, or had nowhere to go'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from relay" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from help" -f -a "list" -d 'Show the last notices, the newest first: one line for each place that it goes to'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from help" -f -a "relay" -d 'Tell what is due: to the log, to the callbacks of sites, to the alert address'
complete -c msgctl -n "__fish_msgctl_using_subcommand notices; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -f -a "daily" -d 'Tell each site what failed on a day: how many messages, and why'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -f -a "poll" -d 'Fetch outstanding reports, record them, and send what follows from them'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and not __fish_seen_subcommand_from daily poll help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -l site -d 'Only this site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -l day -d 'This day; without it yesterday in Korea' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -l dry-run -d 'Only show what would be told'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from daily" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -l provider -d 'Only this provider' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -l once -d 'Once round, whatever that brings'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from poll" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from help" -f -a "daily" -d 'Tell each site what failed on a day: how many messages, and why'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from help" -f -a "poll" -d 'Fetch outstanding reports, record them, and send what follows from them'
complete -c msgctl -n "__fish_msgctl_using_subcommand report; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -f -a "daily" -d 'Tell each site what failed on a day: how many messages, and why'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -f -a "poll" -d 'Fetch outstanding reports, record them, and send what follows from them'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and not __fish_seen_subcommand_from daily poll help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -l site -d 'Only this site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -l day -d 'This day; without it yesterday in Korea' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -l dry-run -d 'Only show what would be told'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from daily" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -l provider -d 'Only this provider' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -l once -d 'Once round, whatever that brings'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from poll" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from help" -f -a "daily" -d 'Tell each site what failed on a day: how many messages, and why'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from help" -f -a "poll" -d 'Fetch outstanding reports, record them, and send what follows from them'
complete -c msgctl -n "__fish_msgctl_using_subcommand reports; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -l listen -d 'Answer `/metrics` (Prometheus) and `/healthz` at this address; nobody is asked who they are' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -l once -d 'Work until nothing is due, then end'
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand worker" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l site -d 'Only this site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l by -d 'What to group by' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l since -d 'From this day on' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l until -d 'Up to this day, included' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l include-tests -d 'With campaigns that were tests of a text (`send --test`)'
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l recount -d 'Count every message and compare'
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand stats" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "topup" -d 'Book a payment of a site as credits'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "auto" -d 'Top up by itself: show and set the rule of a site, charge what is wanted'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "bonus" -d 'Give a site credits as a present'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "refund" -d 'Give back what a campaign was charged, in part or all of it'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "cashout" -d 'Pay credits out'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "adjust" -d 'Correct a site\'s credit by hand, either way'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "chargeback" -d 'Book a payment that the bank took back'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "balance" -d 'Show what a site has, or every one that pays from credits'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "estimate" -d 'What a send would cost, and whether the credits suffice for it'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "history" -d 'Show what happened to a site\'s credit, the newest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "usage" -d 'Show what a site was charged for messages, the newest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "holds" -d 'Show what campaigns have set aside, the newest first; release what has expired'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "statement" -d 'Show a site\'s statement of a month'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "verify" -d 'Prove the books: every promise about money, held against every row'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "retry" -d 'Go on with what was asked for and cut off'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and not __fish_seen_subcommand_from topup auto bonus refund cashout adjust chargeback balance estimate history usage holds statement verify retry help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l site -d 'Whose credits' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l key -d 'Do it once for this key: the same again gives the same answer; one is made where none is given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l amount -d 'Won, two decimals at most, value-added tax excluded' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l method -d 'How it was paid: bank, card, virtual-account, gateway, other' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l gateway-tx -d 'The bank\'s or gateway\'s name for the payment' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l dry-run -d 'Do everything, take it back, and show what it would have been'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l gross -d 'The amount is what was paid: value-added tax is in it'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from topup" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -f -a "show" -d 'Show the rule of auto-charge of a site, and its last charges'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -f -a "set" -d 'Set the rule by which credits are topped up by themselves; it is off until --on'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -f -a "run" -d 'Charge what is wanted and may be charged, ask about what was never answered, tell what is due: for cron'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from auto" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -l site -d 'Whose credits' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -l key -d 'Do it once for this key: the same again gives the same answer; one is made where none is given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -l amount -d 'Won, two decimals at most' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -l reason -d 'Why; it stands in the journal' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -l dry-run -d 'Do everything, take it back, and show what it would have been'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from bonus" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l site -d 'Whose credits' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l key -d 'Do it once for this key: the same again gives the same answer; one is made where none is given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l usage -d 'Of this charge; `msgctl credits usage` lists them' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l campaign -d 'Of what this campaign was charged, the oldest charge first' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l channel -d 'Only of this channel' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l amount -d 'Won, two decimals at most; all that is left where it is not given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l reason -d 'Why; it stands in the journal' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l dry-run -d 'Do everything, take it back, and show what it would have been'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from refund" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -l site -d 'Whose credits' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -l key -d 'Do it once for this key: the same again gives the same answer; one is made where none is given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -l amount -d 'Won, two decimals at most' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -l reason -d 'Why; it stands in the journal' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -l dry-run -d 'Do everything, take it back, and show what it would have been'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from cashout" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -l site -d 'Whose credits' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -l key -d 'Do it once for this key: the same again gives the same answer; one is made where none is given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -l amount -d 'Won, two decimals at most; with a minus sign it is taken' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -l reason -d 'Why; it stands in the journal' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -l dry-run -d 'Do everything, take it back, and show what it would have been'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from adjust" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -l site -d 'Whose credits' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -l key -d 'Do it once for this key: the same again gives the same answer; one is made where none is given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -l payment -d 'Which payment' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -l reason -d 'Why; it stands in the journal' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -l dry-run -d 'Do everything, take it back, and show what it would have been'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from chargeback" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -l site -d 'Only this site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from balance" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l site -d 'Whose people' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l to -d 'Write to this number (can be repeated)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l list -d 'Write to the members of this list' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l csv -d 'Write to the people of a CSV file, `-` for standard input; they do not become recipients of the site' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l age-group -d 'Write to an age group of your own member database, by full age on today\'s Korean day' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l source -d 'The database to ask, as in `[source.NAME]`; not needed where there is one only' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l template -d 'The template, newest version or NAME@3' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l message -d 'A text, inside the site\'s wrapper' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l var -d 'Value of a variable, the same for everybody (can be repeated)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l subject -d 'Subject; makes every text an LMS' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l strategy -d 'How the first channel is chosen; the site\'s own by default' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l granularity -d 'What `cost-optimized` compares the prices of: each person\'s own messages, or those of all people together, who then all go the same way' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l fallback-message -d 'The text for those whom Alimtalk cannot reach' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l lane -d 'What goes first when several campaigns wait' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l on-insufficient -d 'What to do where the site\'s credits do not suffice for everybody' -r -f -a "fail\t'End with 3, nothing is sent'
partial\t'Send to as many as they suffice for, in order'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l ad -d 'Advertising, as text with label, name, contact and opt-out: only to those who consented, at night only to those who agreed to that; the rest waits until 08:00'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l allow-repeat -d 'Write also to those who had the same text a moment ago (`send.dedupe_window`)'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from estimate" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -l site -d 'Whose credits' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -l before -d 'Only what was booked before this journal' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from history" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -l site -d 'Whose credits' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -l campaign -d 'Only of this campaign' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -l before -d 'Only what is older than this one' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from usage" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l site -d 'Whose credits' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l state -d 'Only those in this state' -r -f -a "open\t''
closed\t''
expired\t''"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l before -d 'Only those that are older than this one' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l sweep -d 'Release first what expired holds still have'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l dry-run -d 'With `--sweep`: say what would be released, release nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from holds" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -l site -d 'Whose credits' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -l month -d 'Which month; the present one where it is not given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from statement" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -l site -d 'Only what is this site\'s' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -l since -d 'Only entries behind this journal, whatever was proven before' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -l full -d 'From the first journal on, and message by message'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -l seal -d 'Hash all entries, keep the hash, and compare with those that were kept before'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -l site -d 'Whose credits' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from retry" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "topup" -d 'Book a payment of a site as credits'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "auto" -d 'Top up by itself: show and set the rule of a site, charge what is wanted'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "bonus" -d 'Give a site credits as a present'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "refund" -d 'Give back what a campaign was charged, in part or all of it'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "cashout" -d 'Pay credits out'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "adjust" -d 'Correct a site\'s credit by hand, either way'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "chargeback" -d 'Book a payment that the bank took back'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "balance" -d 'Show what a site has, or every one that pays from credits'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "estimate" -d 'What a send would cost, and whether the credits suffice for it'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "history" -d 'Show what happened to a site\'s credit, the newest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "usage" -d 'Show what a site was charged for messages, the newest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "holds" -d 'Show what campaigns have set aside, the newest first; release what has expired'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "statement" -d 'Show a site\'s statement of a month'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Prove the books: every promise about money, held against every row'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Go on with what was asked for and cut off'
complete -c msgctl -n "__fish_msgctl_using_subcommand credits; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -f -a "list" -d 'List price books'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -f -a "set" -d 'Write a price book: the prices that are named, the others as they are then'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -f -a "import" -d 'Write a price book from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and not __fish_seen_subcommand_from list set import help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -l site -d 'Only the books that this site can come upon: its own and everybody\'s' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -l site -d 'The site; everybody without a book of their own where it is not given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -l from -d 'Valid from this Korean day (midnight) or moment on; from now on where it is not given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -l note -d 'What it is' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -l dry-run -d 'Show what would be different, change nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from set" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -l site -d 'The site; everybody without a book of their own where it is not given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -l from -d 'Valid from this Korean day (midnight) or moment on; from now on where it is not given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -l note -d 'What it is' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -l dry-run -d 'Show what would be different, change nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from help" -f -a "list" -d 'List price books'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from help" -f -a "set" -d 'Write a price book: the prices that are named, the others as they are then'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from help" -f -a "import" -d 'Write a price book from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand price; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l month -d 'Which month' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l accept -d 'Accept a difference to a provider\'s statement before (see `settle reconcile`)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l reason -d 'Why; it is kept with the month' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l workers -d 'Parts that are worked on at the same time' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l chunk -d 'Lines in a transaction; the figures do not depend on it' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l preview -d 'Compute and show it, write nothing; the month need not be over'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l close -d 'Close the month: nothing changes in it any more'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l wait -d 'Wait until another run has ended'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l recompute -d 'Compute everything again even if nothing has changed'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -f -a "status" -d 'Show where the settlement of a month stands'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -f -a "show" -d 'Show the bill of a line and how each part of it was computed, or the statement of a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -f -a "diff" -d 'List the lines whose bill the last draft changed, and the sites whose statement it changed'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -f -a "adjust" -d 'Correct the bill of a line: a credit note, or something that was forgotten'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -f -a "reconcile" -d 'Hold a provider\'s statement of a month against what was handed over to it'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -f -a "rollover" -d 'Make the month behind a closed one ready, and delete what old months no longer need'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -f -a "export" -d 'Write a settled month as files'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -f -a "retry-parked" -d 'Compute the lines that are parked once more, and no others'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -f -a "history" -d 'List the runs of a month, the latest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -f -a "verify" -d 'Compute every bill of a month twice, by two ways, and hold both against what is on record'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and not __fish_seen_subcommand_from status show diff adjust reconcile rollover export retry-parked history verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -l month -d 'Which month' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -l month -d 'Which month' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -l line -d 'Which line' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -l site -d 'Which site' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -l month -d 'Which month' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -l limit -d 'At most so many lines' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from diff" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l line -d 'Which line' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l amount -d 'Whole won before tax; negative gives something back' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l reason -d 'Why; it stands on the bill' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l month -d 'The month that it is about; the present one where it is not given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l key -d 'Do it once for this key; one is made where none is given' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l dry-run -d 'Do everything, take it back, and show what it would have been'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from adjust" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l month -d 'Which month' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l file -d 'The provider\'s file' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l provider -d 'Whose it is; needed where several were called in the month' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l map -d 'Which header a column has' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l price -d 'What a message costs at the provider by agreement' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l accept -d 'Accept a difference as it is: its kind, channel and number' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l reason -d 'Why; it is kept with the month' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l dry-run -d 'Compare, and keep nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from reconcile" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -l month -d 'The month that was closed' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -l keep-months -d 'So many closed months keep everything' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -l dry-run -d 'Do everything, take it back, and show what it would have been'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from rollover" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -l month -d 'The month' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -l dir -d 'The folder; it must be empty or not there, or hold just that already' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -l invoice -d 'Write an invoice of this line, too (can be repeated)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -l invoices -d 'Write invoices of all lines, a thousand in a file'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -l no-details -d 'Leave out how each bill was computed'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -l month -d 'Which month' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -l wait -d 'Wait until another run has ended'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from retry-parked" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -l month -d 'Which month' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from history" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -l month -d 'Which month' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show where the settlement of a month stands'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show the bill of a line and how each part of it was computed, or the statement of a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from help" -f -a "diff" -d 'List the lines whose bill the last draft changed, and the sites whose statement it changed'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from help" -f -a "adjust" -d 'Correct the bill of a line: a credit note, or something that was forgotten'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from help" -f -a "reconcile" -d 'Hold a provider\'s statement of a month against what was handed over to it'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from help" -f -a "rollover" -d 'Make the month behind a closed one ready, and delete what old months no longer need'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write a settled month as files'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from help" -f -a "retry-parked" -d 'Compute the lines that are parked once more, and no others'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from help" -f -a "history" -d 'List the runs of a month, the latest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Compute every bill of a month twice, by two ways, and hold both against what is on record'
complete -c msgctl -n "__fish_msgctl_using_subcommand settle; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -f -a "add" -d 'Add a customer, or change one'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -f -a "import" -d 'Import customers from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -f -a "list" -d 'List customers in the order of their codes'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -f -a "show" -d 'Show a customer and their lines'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and not __fish_seen_subcommand_from add import list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -l name -d 'Name' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -l phone -d 'Mobile number' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -l email -d 'E-mail address' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -l round-unit -d 'Totals are cut to multiples of so many won: 1 or 10' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -l dry-run -d 'Do it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -l encoding -d 'What the file is written in' -r -f -a "auto\t'Find out'
utf-8\t'UTF-8'
cp949\t'Korean Windows'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -l rejects -d 'Where refused rows are written [default: FILE.rejects.csv]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -l dry-run -d 'Do all of it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -l after -d 'Only customers behind this code' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a customer, or change one'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "import" -d 'Import customers from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "list" -d 'List customers in the order of their codes'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a customer and their lines'
complete -c msgctl -n "__fish_msgctl_using_subcommand customer; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -f -a "add" -d 'Add a plan, or a version of one that holds from a day on'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -f -a "import" -d 'Import plans from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -f -a "list" -d 'List the plans with all their versions'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and not __fish_seen_subcommand_from add import list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l name -d 'What people call it' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l fee -d 'Fee of a whole month, won' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l allowance -d 'Bytes that are included in a whole month [default: unlimited]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l unit -d 'Bytes of a unit beyond the allowance' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l rate -d 'Won for a unit, with up to six decimals' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l cap -d 'Most for what is beyond the allowance, won; 0: no limit' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l from -d 'The first day on which it holds' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l dry-run -d 'Do it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -l encoding -d 'What the file is written in' -r -f -a "auto\t'Find out'
utf-8\t'UTF-8'
cp949\t'Korean Windows'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -l rejects -d 'Where refused rows are written [default: FILE.rejects.csv]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -l dry-run -d 'Do all of it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a plan, or a version of one that holds from a day on'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from help" -f -a "import" -d 'Import plans from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the plans with all their versions'
complete -c msgctl -n "__fish_msgctl_using_subcommand plan; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -f -a "add" -d 'Add an added service, or a version of one that holds from a day on'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -f -a "import" -d 'Import added services from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -f -a "list" -d 'List the added services with all their versions'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and not __fish_seen_subcommand_from add import list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -l name -d 'What people call it' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -l fee -d 'Fee of a whole month, won' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -l from -d 'The first day on which it holds' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -l whole -d 'A part of a month costs the whole fee'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -l dry-run -d 'Do it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -l encoding -d 'What the file is written in' -r -f -a "auto\t'Find out'
utf-8\t'UTF-8'
cp949\t'Korean Windows'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -l rejects -d 'Where refused rows are written [default: FILE.rejects.csv]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -l dry-run -d 'Do all of it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add an added service, or a version of one that holds from a day on'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from help" -f -a "import" -d 'Import added services from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the added services with all their versions'
complete -c msgctl -n "__fish_msgctl_using_subcommand vas; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "activate" -d 'Activate a new line of a customer'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "change-plan" -d 'Change the plan of a line from a day on'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "suspend" -d 'Suspend a line, or take that back with --off; its fees go on'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "terminate" -d 'End a line'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "add-vas" -d 'Give a line an added service'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "remove-vas" -d 'End an added service of a line'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "add-discount" -d 'Give a line a discount'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "micro-payment" -d 'Record a micro payment of a line, or one that was given back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "list" -d 'List lines in the order of their codes'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "show" -d 'Show a line with its plans, services, discounts, payments and use'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "import" -d 'Import lines from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "import-plans" -d 'Import which plan lines had when'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "import-vas" -d 'Import which added services lines had when'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "import-discounts" -d 'Import which discounts lines had when'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "import-payments" -d 'Import micro payments'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "import-usage" -d 'Import what lines used in a month'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and not __fish_seen_subcommand_from activate change-plan suspend terminate add-vas remove-vas add-discount micro-payment list show import import-plans import-vas import-discounts import-payments import-usage help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -l customer -d 'Whose it is' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -l plan -d 'Its plan' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -l on -d 'Its first day [default: today]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -l dry-run -d 'Do it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from activate" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -l plan -d 'The new plan' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -l on -d 'Its first day [default: today]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -l dry-run -d 'Do it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from change-plan" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -l on -d 'Since when [default: today]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -l off -d 'It is suspended no longer'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -l dry-run -d 'Do it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from suspend" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -l on -d 'Its last day [default: today]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -l keep-number -d 'For how many days its number is kept for the customer' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -l dry-run -d 'Do it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from terminate" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -l on -d 'Its first day [default: today]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -l until -d 'The first day without it [default: none]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -l dry-run -d 'Do it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-vas" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -l on -d 'The first day without it [default: today]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -l dry-run -d 'Do it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from remove-vas" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l target -d 'What it takes from' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l kind -d 'A share (in basis points), or an amount (in won)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l value -d 'Basis points (2500 is a quarter), or won' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l priority -d 'Lower ones come first' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l on -d 'Its first day [default: today]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l until -d 'The first day without it [default: none]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l proratable -d 'A part of a month gives a part of it'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l dry-run -d 'Do it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from add-discount" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -l ref -d 'What the gateway calls it' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -l amount -d 'How much, won, tax included' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -l kind -d 'Charged, or given back' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -l at -d 'When [default: as it is on record, or else now]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -l dry-run -d 'Do it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from micro-payment" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -l after -d 'Only lines behind this code' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -l reason -d 'Why, for the audit trail' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -l reveal -d 'Show whole values instead of masked ones; leaves an entry in the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -l encoding -d 'What the file is written in' -r -f -a "auto\t'Find out'
utf-8\t'UTF-8'
cp949\t'Korean Windows'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -l rejects -d 'Where refused rows are written [default: FILE.rejects.csv]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -l dry-run -d 'Do all of it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -l encoding -d 'What the file is written in' -r -f -a "auto\t'Find out'
utf-8\t'UTF-8'
cp949\t'Korean Windows'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -l rejects -d 'Where refused rows are written [default: FILE.rejects.csv]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -l dry-run -d 'Do all of it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-plans" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -l encoding -d 'What the file is written in' -r -f -a "auto\t'Find out'
utf-8\t'UTF-8'
cp949\t'Korean Windows'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -l rejects -d 'Where refused rows are written [default: FILE.rejects.csv]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -l dry-run -d 'Do all of it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-vas" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -l encoding -d 'What the file is written in' -r -f -a "auto\t'Find out'
utf-8\t'UTF-8'
cp949\t'Korean Windows'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -l rejects -d 'Where refused rows are written [default: FILE.rejects.csv]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -l dry-run -d 'Do all of it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-discounts" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -l encoding -d 'What the file is written in' -r -f -a "auto\t'Find out'
utf-8\t'UTF-8'
cp949\t'Korean Windows'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -l rejects -d 'Where refused rows are written [default: FILE.rejects.csv]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -l dry-run -d 'Do all of it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-payments" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -l encoding -d 'What the file is written in' -r -f -a "auto\t'Find out'
utf-8\t'UTF-8'
cp949\t'Korean Windows'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -l rejects -d 'Where refused rows are written [default: FILE.rejects.csv]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -l dry-run -d 'Do all of it and take it back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from import-usage" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "activate" -d 'Activate a new line of a customer'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "change-plan" -d 'Change the plan of a line from a day on'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "suspend" -d 'Suspend a line, or take that back with --off; its fees go on'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "terminate" -d 'End a line'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "add-vas" -d 'Give a line an added service'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "remove-vas" -d 'End an added service of a line'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "add-discount" -d 'Give a line a discount'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "micro-payment" -d 'Record a micro payment of a line, or one that was given back'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "list" -d 'List lines in the order of their codes'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a line with its plans, services, discounts, payments and use'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "import" -d 'Import lines from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "import-plans" -d 'Import which plan lines had when'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "import-vas" -d 'Import which added services lines had when'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "import-discounts" -d 'Import which discounts lines had when'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "import-payments" -d 'Import micro payments'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "import-usage" -d 'Import what lines used in a month'
complete -c msgctl -n "__fish_msgctl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -f -a "pool" -d 'Add numbers to the pool and list it'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and not __fish_seen_subcommand_from pool help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -f -a "add" -d 'Add numbers to the pool'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -f -a "list" -d 'List the numbers of the pool: free, in use, or kept for who had them last'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from pool" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from help" -f -a "pool" -d 'Add numbers to the pool and list it'
complete -c msgctl -n "__fish_msgctl_using_subcommand number; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -f -a "audit" -d 'Prove from the calls on record that no limit was ever exceeded'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and not __fish_seen_subcommand_from audit help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -l channel -d 'The limit that holds for this channel' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -l group -d 'The limit of this name (`rate_group`)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from audit" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from help" -f -a "audit" -d 'Prove from the calls on record that no limit was ever exceeded'
complete -c msgctl -n "__fish_msgctl_using_subcommand rate; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -f -a "list" -d 'List the result codes of providers and the class of each'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -f -a "explain" -d 'Say what a result code means and what follows from it'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and not __fish_seen_subcommand_from list explain help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -l provider -d 'Only those of this provider kind' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -l channel -d 'Only those that this channel can answer with' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -l class -d 'Only those of this class' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -l channel -d 'On this channel' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -l provider -d 'From this provider kind' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from explain" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the result codes of providers and the class of each'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from help" -f -a "explain" -d 'Say what a result code means and what follows from it'
complete -c msgctl -n "__fish_msgctl_using_subcommand codes; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -f -a "status" -d 'Count the records that each key sealed'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -f -a "rotate" -d 'Add a key and seal every record with it'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and not __fish_seen_subcommand_from status rotate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from status" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from status" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from status" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from status" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from status" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from status" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from status" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from status" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -l add-only -d 'Add the key, seal nothing yet'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -l new-key -d 'Add another key even if an earlier rotation has not ended'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -l dry-run -d 'Show what would be done, change nothing'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from rotate" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from help" -f -a "status" -d 'Count the records that each key sealed'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from help" -f -a "rotate" -d 'Add a key and seal every record with it'
complete -c msgctl -n "__fish_msgctl_using_subcommand crypto; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -f -a "list" -d 'List who revealed, exported or erased personal data and who approved campaigns, newest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and not __fish_seen_subcommand_from list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l action -d 'Only this action: reveal, export, erase or rotate' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l limit -d 'How many' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l before -d 'Only entries before this one' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "list" -d 'List who revealed, exported or erased personal data and who approved campaigns, newest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -f -a "show" -d 'Print each value with where it came from'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -f -a "check" -d 'Check the configuration file'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and not __fish_seen_subcommand_from show check help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from show" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from show" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from show" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from show" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from show" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from show" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from show" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from check" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from check" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from check" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from check" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from check" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from check" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from check" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from check" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "show" -d 'Print each value with where it came from'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "check" -d 'Check the configuration file'
complete -c msgctl -n "__fish_msgctl_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -f -a "migrate" -d 'Bring the database to this version\'s schema, making it if it is missing'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -f -a "status" -d 'List the migrations and which of them have run'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and not __fish_seen_subcommand_from migrate status help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from migrate" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from status" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from status" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from status" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from status" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from status" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from status" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from status" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from status" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "migrate" -d 'Bring the database to this version\'s schema, making it if it is missing'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "status" -d 'List the migrations and which of them have run'
complete -c msgctl -n "__fish_msgctl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l listen -d 'Address to listen on' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l port -d 'Port to listen on, in place of the address\'s; 0 takes a free one' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l port-file -d 'Write the port to this file once the simulator listens' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l config -d 'Read settings from a TOML file' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l seed -d 'Seed of every outcome, delay and fault' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l api-key -d 'API key that callers must use' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l api-secret-env -d 'Environment variable with the secret that callers must sign with' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l fail -d 'Share of a result code, by message type; may be repeated' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l latency -d 'Time an answer takes: fixed, or fixed+jitter' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l read-latency -d 'Time an answer takes to whoever only asks (reports, look-ups, balance), if not the same' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l report-delay -d 'Time from acceptance to the final report' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l http-429 -d 'Answer 429 to a share of submissions, or to exactly these (#3,#7)' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l http-503 -d 'Answer 503 to these submissions' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l hang -d 'Take these submissions and never answer' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l reset -d 'Take these submissions, then reset the connection' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l reset-before -d 'Reset the connection of these submissions without taking them' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l early -d 'Report on these submissions before they are answered' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l lost -d 'Share of reports that never show in polls' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l repeat -d 'Share of reports that come twice' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l balance -d 'Cash to begin with, in won; without it nothing is charged' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l sender -d 'Registered sender number; may be repeated; without it any is registered' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l pay-decline -d 'Decline these payments' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l pay-error -d 'Answer 500 to these payments, nothing booked' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l pay-error-after -d 'Book these payments, then answer 500' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l pay-hang -d 'Never answer these payments, nothing booked' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l pay-hang-after -d 'Book these payments and never answer' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l pay-twice -d 'Answer these payments twice: pending first, the outcome when asked again' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l forget-text -d 'Do not keep texts, to save memory'
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand sim" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l rounds -d 'How often a sender is killed' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l people -d 'People of each campaign; there are as many campaigns as it takes' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l workers -d 'Sending processes: one is a foreground send, more are workers' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l seed -d 'Seed of everything that chance decides; another one each time by default' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l rate -d 'Limit of Alimtalk; that of texts is a fifth' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l points -d 'Kill at each named point in the code, too; needs a build with the feature `failpoints`'
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l keep -d 'Leave the folder, to look at'
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand drill" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -f -a "completions" -d 'Print the completion script of a shell'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -f -a "man" -d 'Write the man pages into a folder'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -f -a "reference" -d 'Print the reference of all commands as Markdown'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and not __fish_seen_subcommand_from completions man reference help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from completions" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from completions" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from completions" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from completions" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from completions" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from completions" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from completions" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from completions" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from completions" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from completions" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from completions" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from man" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from man" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from man" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from man" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from man" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from man" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from man" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from man" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from man" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from man" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from man" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from reference" -s C -l config -d 'Read this configuration file [env: MSGCTL_CONFIG]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from reference" -l database -d 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from reference" -l format -d 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'One JSON object a row'
csv\t'Comma-separated values with a header line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from reference" -l color -d 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from reference" -l log-format -d 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]' -r -f -a "text\t'For people'
json\t'One JSON object a line'"
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from reference" -l log-file -d 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]' -r -F
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from reference" -l now -d 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]' -r
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from reference" -s q -l quiet -d 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from reference" -s v -l verbose -d 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from reference" -l no-progress -d 'Draw no progress [env: MSGCTL_NO_PROGRESS]'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from reference" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from reference" -s V -l version -d 'Print version'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from help" -f -a "completions" -d 'Print the completion script of a shell'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from help" -f -a "man" -d 'Write the man pages into a folder'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from help" -f -a "reference" -d 'Print the reference of all commands as Markdown'
complete -c msgctl -n "__fish_msgctl_using_subcommand util; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "init" -d 'Set up a folder: configuration, key, database'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "demo" -d 'Show all of it in twenty seconds: set up, import, plan, send, account'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "doctor" -d 'Check everything that sending depends on'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "site" -d 'Add, list, show and change sites; keep their allow-lists'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "recipients" -d 'Import, pull, list, show, export and erase people'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "suppress" -d 'Keep numbers from being written to'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "template" -d 'Write, check and look at message templates'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "send" -d 'Send to many people, each once, within every limit'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "campaign" -d 'List, show, approve, pause, resume and cancel campaigns; try what failed again; prove what was sent'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "schedule" -d 'List, pause, resume and remove sends that come again and again (`send --every`)'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "message" -d 'List, show and explain messages; decide about those in doubt'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "notice" -d 'Show what operators and sites were told, and tell what is due'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "report" -d 'Fetch reports from the providers, and tell sites what failed'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "worker" -d 'Send what is due of all campaigns until told to stop: detached, scheduled and recurring sends, retries, reports'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "stats" -d 'Show how much was delivered, failed, is open, and what it cost'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "credits" -d 'Top up, give back, look at and prove the prepaid credits of sites'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "price" -d 'Keep price books: what a delivered message costs a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "settle" -d 'Settle a month: a bill for each line, as a draft that can be made anew until the month is closed'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "customer" -d 'Add, import, list and show the customers of lines'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "plan" -d 'Add, import and list plans'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "vas" -d 'Add, import and list added services'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "line" -d 'Activate, change, suspend and end lines; import them with their history, payments and use'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "number" -d 'Keep the pool of telephone numbers'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "rate" -d 'Audit the limits'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "codes" -d 'List and explain the result codes of providers'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "crypto" -d 'Look at the keys of personal data, and change them'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "audit" -d 'Look at the audit trail'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "config" -d 'Show and check the configuration'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "db" -d 'Make, migrate and look at the database'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "sim" -d 'Run a provider simulator that speaks SOLAPI\'s API'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "drill" -d 'Kill senders again and again, then prove that nobody was written to twice and nobody forgotten'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "util" -d 'Generate completions, man pages and the reference'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and not __fish_seen_subcommand_from init demo doctor site recipients suppress template send campaign schedule message notice report worker stats credits price settle customer plan vas line number rate codes crypto audit config db sim drill util help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from site" -f -a "add" -d 'Add a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from site" -f -a "list" -d 'List the sites'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from site" -f -a "show" -d 'Show one site'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from site" -f -a "set" -d 'Change a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from site" -f -a "allow" -d 'Keep the allow-list of a site in trial'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from recipients" -f -a "import" -d 'Import people from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from recipients" -f -a "pull" -d 'Pull the people of an age group out of your own database'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from recipients" -f -a "list" -d 'List the people of a site or of one of its lists'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from recipients" -f -a "show" -d 'Show one person: consents, lists, suppressions, number of messages'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from recipients" -f -a "lists" -d 'List the lists of a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from recipients" -f -a "export" -d 'Export the people of a site or of one of its lists'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from recipients" -f -a "erase" -d 'Erase people and every trace of their data'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from suppress" -f -a "add" -d 'Add numbers that must not be written to'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from suppress" -f -a "remove" -d 'Remove numbers from the suppressions'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from suppress" -f -a "import" -d 'Add the numbers of a file'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from suppress" -f -a "list" -d 'List the suppressions of a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from template" -f -a "add" -d 'Add a template'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from template" -f -a "edit" -d 'Write a new version of a template'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from template" -f -a "list" -d 'List the templates, each at its newest version'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from template" -f -a "show" -d 'Show a template, its newest version or one of the older'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from template" -f -a "render" -d 'Show a template filled in, as somebody would get it'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from template" -f -a "lint" -d 'Say what is wrong with templates, or soon will be'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from campaign" -f -a "list" -d 'List the campaigns, newest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from campaign" -f -a "show" -d 'Show one campaign: plan, results, cost, why it is held'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from campaign" -f -a "approve" -d 'Approve a campaign that somebody else planned'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from campaign" -f -a "pause" -d 'Pause a campaign: nothing more of it is handed over until it is resumed'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from campaign" -f -a "resume" -d 'Go on with a campaign that was paused or interrupted, until it is finished'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from campaign" -f -a "cancel" -d 'Cancel a campaign: what has not been handed over never will be'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from campaign" -f -a "retry-failed" -d 'Queue failed messages of a campaign once more'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from campaign" -f -a "evidence" -d 'Write the proof of a campaign into one folder: text, plan, consents, receipts'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "list" -d 'List schedules with their next times and what came of the last ones'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "pause" -d 'Pause a schedule'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "resume" -d 'Let a paused schedule go on'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "remove" -d 'Remove a schedule'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from message" -f -a "list" -d 'List the messages of a campaign, or those to one number'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from message" -f -a "show" -d 'Show one message and its text'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from message" -f -a "explain" -d 'Explain how one message went: its way and why, every attempt, what each result made of it'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from message" -f -a "doubt" -d 'List messages in doubt with the evidence, and decide about them where the provider does not'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from notice" -f -a "list" -d 'Show the last notices, the newest first: one line for each place that it goes to'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from notice" -f -a "relay" -d 'Tell what is due: to the log, to the callbacks of sites, to the alert address'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from report" -f -a "daily" -d 'Tell each site what failed on a day: how many messages, and why'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from report" -f -a "poll" -d 'Fetch outstanding reports, record them, and send what follows from them'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "topup" -d 'Book a payment of a site as credits'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "auto" -d 'Top up by itself: show and set the rule of a site, charge what is wanted'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "bonus" -d 'Give a site credits as a present'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "refund" -d 'Give back what a campaign was charged, in part or all of it'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "cashout" -d 'Pay credits out'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "adjust" -d 'Correct a site\'s credit by hand, either way'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "chargeback" -d 'Book a payment that the bank took back'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "balance" -d 'Show what a site has, or every one that pays from credits'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "estimate" -d 'What a send would cost, and whether the credits suffice for it'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "history" -d 'Show what happened to a site\'s credit, the newest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "usage" -d 'Show what a site was charged for messages, the newest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "holds" -d 'Show what campaigns have set aside, the newest first; release what has expired'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "statement" -d 'Show a site\'s statement of a month'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "verify" -d 'Prove the books: every promise about money, held against every row'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from credits" -f -a "retry" -d 'Go on with what was asked for and cut off'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from price" -f -a "list" -d 'List price books'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from price" -f -a "set" -d 'Write a price book: the prices that are named, the others as they are then'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from price" -f -a "import" -d 'Write a price book from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from settle" -f -a "status" -d 'Show where the settlement of a month stands'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from settle" -f -a "show" -d 'Show the bill of a line and how each part of it was computed, or the statement of a site'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from settle" -f -a "diff" -d 'List the lines whose bill the last draft changed, and the sites whose statement it changed'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from settle" -f -a "adjust" -d 'Correct the bill of a line: a credit note, or something that was forgotten'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from settle" -f -a "reconcile" -d 'Hold a provider\'s statement of a month against what was handed over to it'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from settle" -f -a "rollover" -d 'Make the month behind a closed one ready, and delete what old months no longer need'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from settle" -f -a "export" -d 'Write a settled month as files'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from settle" -f -a "retry-parked" -d 'Compute the lines that are parked once more, and no others'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from settle" -f -a "history" -d 'List the runs of a month, the latest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from settle" -f -a "verify" -d 'Compute every bill of a month twice, by two ways, and hold both against what is on record'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "add" -d 'Add a customer, or change one'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "import" -d 'Import customers from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "list" -d 'List customers in the order of their codes'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from customer" -f -a "show" -d 'Show a customer and their lines'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from plan" -f -a "add" -d 'Add a plan, or a version of one that holds from a day on'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from plan" -f -a "import" -d 'Import plans from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from plan" -f -a "list" -d 'List the plans with all their versions'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from vas" -f -a "add" -d 'Add an added service, or a version of one that holds from a day on'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from vas" -f -a "import" -d 'Import added services from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from vas" -f -a "list" -d 'List the added services with all their versions'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "activate" -d 'Activate a new line of a customer'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "change-plan" -d 'Change the plan of a line from a day on'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "suspend" -d 'Suspend a line, or take that back with --off; its fees go on'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "terminate" -d 'End a line'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "add-vas" -d 'Give a line an added service'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "remove-vas" -d 'End an added service of a line'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "add-discount" -d 'Give a line a discount'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "micro-payment" -d 'Record a micro payment of a line, or one that was given back'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "list" -d 'List lines in the order of their codes'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "show" -d 'Show a line with its plans, services, discounts, payments and use'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "import" -d 'Import lines from a CSV file'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "import-plans" -d 'Import which plan lines had when'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "import-vas" -d 'Import which added services lines had when'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "import-discounts" -d 'Import which discounts lines had when'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "import-payments" -d 'Import micro payments'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "import-usage" -d 'Import what lines used in a month'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from number" -f -a "pool" -d 'Add numbers to the pool and list it'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from rate" -f -a "audit" -d 'Prove from the calls on record that no limit was ever exceeded'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from codes" -f -a "list" -d 'List the result codes of providers and the class of each'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from codes" -f -a "explain" -d 'Say what a result code means and what follows from it'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from crypto" -f -a "status" -d 'Count the records that each key sealed'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from crypto" -f -a "rotate" -d 'Add a key and seal every record with it'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "list" -d 'List who revealed, exported or erased personal data and who approved campaigns, newest first'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "show" -d 'Print each value with where it came from'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "check" -d 'Check the configuration file'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "migrate" -d 'Bring the database to this version\'s schema, making it if it is missing'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "status" -d 'List the migrations and which of them have run'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from util" -f -a "completions" -d 'Print the completion script of a shell'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from util" -f -a "man" -d 'Write the man pages into a folder'
complete -c msgctl -n "__fish_msgctl_using_subcommand help; and __fish_seen_subcommand_from util" -f -a "reference" -d 'Print the reference of all commands as Markdown'
