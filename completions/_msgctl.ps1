
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'msgctl' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'msgctl'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'msgctl' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Set up a folder: configuration, key, database')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Show all of it in twenty seconds: set up, import, plan, send, account')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check everything that sending depends on')
            [CompletionResult]::new('site', 'site', [CompletionResultType]::ParameterValue, 'Add, list, show and change sites; keep their allow-lists')
            [CompletionResult]::new('recipients', 'recipients', [CompletionResultType]::ParameterValue, 'Import, pull, list, show, export and erase people')
            [CompletionResult]::new('suppress', 'suppress', [CompletionResultType]::ParameterValue, 'Keep numbers from being written to')
            [CompletionResult]::new('template', 'template', [CompletionResultType]::ParameterValue, 'Write, check and look at message templates')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send to many people, each once, within every limit')
            [CompletionResult]::new('campaign', 'campaign', [CompletionResultType]::ParameterValue, 'List, show, approve, pause, resume and cancel campaigns; try what failed again; prove what was sent')
            [CompletionResult]::new('schedule', 'schedule', [CompletionResultType]::ParameterValue, 'List, pause, resume and remove sends that come again and again (`send --every`)')
            [CompletionResult]::new('message', 'message', [CompletionResultType]::ParameterValue, 'List, show and explain messages; decide about those in doubt')
            [CompletionResult]::new('messages', 'messages', [CompletionResultType]::ParameterValue, 'List, show and explain messages; decide about those in doubt')
            [CompletionResult]::new('notice', 'notice', [CompletionResultType]::ParameterValue, 'Show what operators and sites were told, and tell what is due')
            [CompletionResult]::new('notices', 'notices', [CompletionResultType]::ParameterValue, 'Show what operators and sites were told, and tell what is due')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Fetch reports from the providers, and tell sites what failed')
            [CompletionResult]::new('reports', 'reports', [CompletionResultType]::ParameterValue, 'Fetch reports from the providers, and tell sites what failed')
            [CompletionResult]::new('worker', 'worker', [CompletionResultType]::ParameterValue, 'Send what is due of all campaigns until told to stop: detached, scheduled and recurring sends, retries, reports')
            [CompletionResult]::new('stats', 'stats', [CompletionResultType]::ParameterValue, 'Show how much was delivered, failed, is open, and what it cost')
            [CompletionResult]::new('credits', 'credits', [CompletionResultType]::ParameterValue, 'Top up, give back, look at and prove the prepaid credits of sites')
            [CompletionResult]::new('price', 'price', [CompletionResultType]::ParameterValue, 'Keep price books: what a delivered message costs a site')
            [CompletionResult]::new('settle', 'settle', [CompletionResultType]::ParameterValue, 'Settle a month: a bill for each line, as a draft that can be made anew until the month is closed')
            [CompletionResult]::new('customer', 'customer', [CompletionResultType]::ParameterValue, 'Add, import, list and show the customers of lines')
            [CompletionResult]::new('plan', 'plan', [CompletionResultType]::ParameterValue, 'Add, import and list plans')
            [CompletionResult]::new('vas', 'vas', [CompletionResultType]::ParameterValue, 'Add, import and list added services')
            [CompletionResult]::new('line', 'line', [CompletionResultType]::ParameterValue, 'Activate, change, suspend and end lines; import them with their history, payments and use')
            [CompletionResult]::new('number', 'number', [CompletionResultType]::ParameterValue, 'Keep the pool of telephone numbers')
            [CompletionResult]::new('rate', 'rate', [CompletionResultType]::ParameterValue, 'Audit the limits')
            [CompletionResult]::new('codes', 'codes', [CompletionResultType]::ParameterValue, 'List and explain the result codes of providers')
            [CompletionResult]::new('crypto', 'crypto', [CompletionResultType]::ParameterValue, 'Look at the keys of personal data, and change them')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Look at the audit trail')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show and check the configuration')
            [CompletionResult]::new('db', 'db', [CompletionResultType]::ParameterValue, 'Make, migrate and look at the database')
            [CompletionResult]::new('sim', 'sim', [CompletionResultType]::ParameterValue, 'Run a provider simulator that speaks SOLAPI''s API')
            [CompletionResult]::new('drill', 'drill', [CompletionResultType]::ParameterValue, 'Kill senders again and again, then prove that nobody was written to twice and nobody forgotten')
            [CompletionResult]::new('util', 'util', [CompletionResultType]::ParameterValue, 'Generate completions, man pages and the reference')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;init' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Add something to play with, and send to the simulator')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;demo' {
            [CompletionResult]::new('--people', '--people', [CompletionResultType]::ParameterName, 'How many people')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Seed of the people and of what becomes of their messages')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The folder, not there yet or empty [default: msgctl-demo]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;doctor' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Do not call the providers')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;site' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a site')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the sites')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one site')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a site')
            [CompletionResult]::new('allow', 'allow', [CompletionResultType]::ParameterValue, 'Keep the allow-list of a site in trial')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;site;add' {
            [CompletionResult]::new('--title', '--title', [CompletionResultType]::ParameterName, 'What people call the site')
            [CompletionResult]::new('--sender', '--sender', [CompletionResultType]::ParameterName, 'Registered sender number; the first is the default (can be repeated)')
            [CompletionResult]::new('--sender-key', '--sender-key', [CompletionResultType]::ParameterName, 'Alimtalk channel id at the provider (pfId)')
            [CompletionResult]::new('--wrapper', '--wrapper', [CompletionResultType]::ParameterName, 'Template that wraps every message of the site')
            [CompletionResult]::new('--strategy', '--strategy', [CompletionResultType]::ParameterName, 'Strategy where a campaign names none')
            [CompletionResult]::new('--callback', '--callback', [CompletionResultType]::ParameterName, 'Where results are posted')
            [CompletionResult]::new('--contact', '--contact', [CompletionResultType]::ParameterName, 'Telephone shown in advertising')
            [CompletionResult]::new('--optout', '--optout', [CompletionResultType]::ParameterName, 'Free opt-out number for advertising (080…)')
            [CompletionResult]::new('--dedupe', '--dedupe', [CompletionResultType]::ParameterName, 'How long the same text is not sent to the same person again, like 24h, or off; '''' is as configured')
            [CompletionResult]::new('--daily-cap', '--daily-cap', [CompletionResultType]::ParameterName, 'Most messages to one person on one Korean day; 0 is any number, '''' is as configured')
            [CompletionResult]::new('--trial', '--trial', [CompletionResultType]::ParameterName, 'Only try it out: on writes to the allow-list and to nobody else')
            [CompletionResult]::new('--approval-above', '--approval-above', [CompletionResultType]::ParameterName, 'A campaign to more people than this awaits the approval of a second person; off is never')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'A limit of the site''s own inside a channel''s, like sms=50/min; sms=off takes it away (can be repeated)')
            [CompletionResult]::new('--billing', '--billing', [CompletionResultType]::ParameterName, 'How it pays for its messages: from its credits, or not at all')
            [CompletionResult]::new('--credit-limit', '--credit-limit', [CompletionResultType]::ParameterName, 'How far its credits may go below zero, in won')
            [CompletionResult]::new('--low-balance', '--low-balance', [CompletionResultType]::ParameterName, 'Tell when its credits fall below this many won; '''' is never')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be added, add nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;site;list' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;site;show' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;site;set' {
            [CompletionResult]::new('--title', '--title', [CompletionResultType]::ParameterName, 'What people call the site')
            [CompletionResult]::new('--sender', '--sender', [CompletionResultType]::ParameterName, 'Registered sender number; the first is the default (can be repeated)')
            [CompletionResult]::new('--sender-key', '--sender-key', [CompletionResultType]::ParameterName, 'Alimtalk channel id at the provider (pfId)')
            [CompletionResult]::new('--wrapper', '--wrapper', [CompletionResultType]::ParameterName, 'Template that wraps every message of the site')
            [CompletionResult]::new('--strategy', '--strategy', [CompletionResultType]::ParameterName, 'Strategy where a campaign names none')
            [CompletionResult]::new('--callback', '--callback', [CompletionResultType]::ParameterName, 'Where results are posted')
            [CompletionResult]::new('--contact', '--contact', [CompletionResultType]::ParameterName, 'Telephone shown in advertising')
            [CompletionResult]::new('--optout', '--optout', [CompletionResultType]::ParameterName, 'Free opt-out number for advertising (080…)')
            [CompletionResult]::new('--dedupe', '--dedupe', [CompletionResultType]::ParameterName, 'How long the same text is not sent to the same person again, like 24h, or off; '''' is as configured')
            [CompletionResult]::new('--daily-cap', '--daily-cap', [CompletionResultType]::ParameterName, 'Most messages to one person on one Korean day; 0 is any number, '''' is as configured')
            [CompletionResult]::new('--trial', '--trial', [CompletionResultType]::ParameterName, 'Only try it out: on writes to the allow-list and to nobody else')
            [CompletionResult]::new('--approval-above', '--approval-above', [CompletionResultType]::ParameterName, 'A campaign to more people than this awaits the approval of a second person; off is never')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'A limit of the site''s own inside a channel''s, like sms=50/min; sms=off takes it away (can be repeated)')
            [CompletionResult]::new('--billing', '--billing', [CompletionResultType]::ParameterName, 'How it pays for its messages: from its credits, or not at all')
            [CompletionResult]::new('--credit-limit', '--credit-limit', [CompletionResultType]::ParameterName, 'How far its credits may go below zero, in won')
            [CompletionResult]::new('--low-balance', '--low-balance', [CompletionResultType]::ParameterName, 'Tell when its credits fall below this many won; '''' is never')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what it would be, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;site;allow' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add receivers to the allow-list of a site')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take receivers off the allow-list of a site')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the allow-list of a site')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;site;allow;add' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;site;allow;remove' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;site;allow;list' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--after', '--after', [CompletionResultType]::ParameterName, 'Only receivers behind this one')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;site;allow;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add receivers to the allow-list of a site')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take receivers off the allow-list of a site')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the allow-list of a site')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;site;allow;help;add' {
            break
        }
        'msgctl;site;allow;help;remove' {
            break
        }
        'msgctl;site;allow;help;list' {
            break
        }
        'msgctl;site;allow;help;help' {
            break
        }
        'msgctl;site;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a site')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the sites')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one site')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a site')
            [CompletionResult]::new('allow', 'allow', [CompletionResultType]::ParameterValue, 'Keep the allow-list of a site in trial')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;site;help;add' {
            break
        }
        'msgctl;site;help;list' {
            break
        }
        'msgctl;site;help;show' {
            break
        }
        'msgctl;site;help;set' {
            break
        }
        'msgctl;site;help;allow' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add receivers to the allow-list of a site')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take receivers off the allow-list of a site')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the allow-list of a site')
            break
        }
        'msgctl;site;help;allow;add' {
            break
        }
        'msgctl;site;help;allow;remove' {
            break
        }
        'msgctl;site;help;allow;list' {
            break
        }
        'msgctl;site;help;help' {
            break
        }
        'msgctl;recipients' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import people from a CSV file')
            [CompletionResult]::new('pull', 'pull', [CompletionResultType]::ParameterValue, 'Pull the people of an age group out of your own database')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the people of a site or of one of its lists')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one person: consents, lists, suppressions, number of messages')
            [CompletionResult]::new('lists', 'lists', [CompletionResultType]::ParameterValue, 'List the lists of a site')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export the people of a site or of one of its lists')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase people and every trace of their data')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;recipients;import' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site they belong to')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'Put everybody on this list; it is made if it is not there')
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'Headers that are not recognised: phone, name, email, birth_date, ad_consent, night_consent')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'What the file is written in')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where refused rows are written [default: FILE.rejects.csv]')
            [CompletionResult]::new('--on-duplicate', '--on-duplicate', [CompletionResultType]::ParameterName, 'A number that is there already, on record or earlier in the file')
            [CompletionResult]::new('--consent-date', '--consent-date', [CompletionResultType]::ParameterName, 'When consent was given where a row does not say [default: today]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do all of it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;recipients;pull' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site they belong to')
            [CompletionResult]::new('--source', '--source', [CompletionResultType]::ParameterName, 'The source, as in `[source.NAME]`')
            [CompletionResult]::new('--age-group', '--age-group', [CompletionResultType]::ParameterName, 'teens, twenties, thirties, forties, fifties or sixties-plus')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'Put everybody on this list; it is made if it is not there')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where refused rows are written')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do all of it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;recipients;list' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'Only people on this list')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--after', '--after', [CompletionResultType]::ParameterName, 'Only people behind this id')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;recipients;show' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site a number belongs to')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;recipients;lists' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;recipients;export' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'Only people on this list')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;recipients;erase' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'Everybody on this list')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--drop-suppressions', '--drop-suppressions', [CompletionResultType]::ParameterName, 'Take their suppressions away too: a new import may write to them again')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be erased, erase nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;recipients;help' {
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import people from a CSV file')
            [CompletionResult]::new('pull', 'pull', [CompletionResultType]::ParameterValue, 'Pull the people of an age group out of your own database')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the people of a site or of one of its lists')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one person: consents, lists, suppressions, number of messages')
            [CompletionResult]::new('lists', 'lists', [CompletionResultType]::ParameterValue, 'List the lists of a site')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export the people of a site or of one of its lists')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase people and every trace of their data')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;recipients;help;import' {
            break
        }
        'msgctl;recipients;help;pull' {
            break
        }
        'msgctl;recipients;help;list' {
            break
        }
        'msgctl;recipients;help;show' {
            break
        }
        'msgctl;recipients;help;lists' {
            break
        }
        'msgctl;recipients;help;export' {
            break
        }
        'msgctl;recipients;help;erase' {
            break
        }
        'msgctl;recipients;help;help' {
            break
        }
        'msgctl;suppress' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add numbers that must not be written to')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove numbers from the suppressions')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Add the numbers of a file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the suppressions of a site')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;suppress;add' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'What is closed: all, or one channel')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why: manual, opt-out, bounce, or a word of your own')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;suppress;remove' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Only suppressions of this scope')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;suppress;import' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'What is closed: all, or one channel')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why: manual, opt-out, bounce, or a word of your own')
            [CompletionResult]::new('--column', '--column', [CompletionResultType]::ParameterName, 'The header of the numbers, where it is not recognised')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where refused rows are written')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;suppress;list' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Only suppressions of this scope')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--after', '--after', [CompletionResultType]::ParameterName, 'Only suppressions behind this one')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;suppress;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add numbers that must not be written to')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove numbers from the suppressions')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Add the numbers of a file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the suppressions of a site')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;suppress;help;add' {
            break
        }
        'msgctl;suppress;help;remove' {
            break
        }
        'msgctl;suppress;help;import' {
            break
        }
        'msgctl;suppress;help;list' {
            break
        }
        'msgctl;suppress;help;help' {
            break
        }
        'msgctl;template' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a template')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Write a new version of a template')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the templates, each at its newest version')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a template, its newest version or one of the older')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Show a template filled in, as somebody would get it')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Say what is wrong with templates, or soon will be')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;template;add' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose it is')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Begin with this starter')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'The text, with variables as `#{name}` or `{{name}}`')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Read the text from this file, `-` for standard input')
            [CompletionResult]::new('--channel', '--channel', [CompletionResultType]::ParameterName, 'What it is written for: alimtalk, sms, lms or mms')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Subject of an LMS, up to 40 bytes')
            [CompletionResult]::new('--fallback', '--fallback', [CompletionResultType]::ParameterName, 'Text message for those whom the Alimtalk does not reach (default: the body)')
            [CompletionResult]::new('--provider-code', '--provider-code', [CompletionResultType]::ParameterName, 'Id of the approved Alimtalk template at the provider')
            [CompletionResult]::new('--variables', '--variables', [CompletionResultType]::ParameterName, 'The variables it is meant to have; others are reported (separated by commas)')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Why it was written or changed')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Check it and show what would be added, add nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;template;edit' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose it is, where several sites have one of that name')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'The text, with variables as `#{name}` or `{{name}}`')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Read the text from this file, `-` for standard input')
            [CompletionResult]::new('--channel', '--channel', [CompletionResultType]::ParameterName, 'What it is written for: alimtalk, sms, lms or mms')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Subject of an LMS, up to 40 bytes')
            [CompletionResult]::new('--fallback', '--fallback', [CompletionResultType]::ParameterName, 'Text message for those whom the Alimtalk does not reach (default: the body)')
            [CompletionResult]::new('--provider-code', '--provider-code', [CompletionResultType]::ParameterName, 'Id of the approved Alimtalk template at the provider')
            [CompletionResult]::new('--variables', '--variables', [CompletionResultType]::ParameterName, 'The variables it is meant to have; others are reported (separated by commas)')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Why it was written or changed')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Check it and show what it would be, write nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;template;list' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Only those of this site')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--starters', '--starters', [CompletionResultType]::ParameterName, 'Those that come with msgctl instead, to begin from')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;template;show' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose it is, where several sites have one of that name')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--versions', '--versions', [CompletionResultType]::ParameterName, 'List all its versions instead')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;template;render' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose it is, where several sites have one of that name')
            [CompletionResult]::new('--var', '--var', [CompletionResultType]::ParameterName, 'Value of a variable (can be repeated)')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;template;lint' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose it is, or whose are checked')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--ad', '--ad', [CompletionResultType]::ParameterName, 'Check it as advertising, even without a label')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;template;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a template')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Write a new version of a template')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the templates, each at its newest version')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a template, its newest version or one of the older')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Show a template filled in, as somebody would get it')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Say what is wrong with templates, or soon will be')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;template;help;add' {
            break
        }
        'msgctl;template;help;edit' {
            break
        }
        'msgctl;template;help;list' {
            break
        }
        'msgctl;template;help;show' {
            break
        }
        'msgctl;template;help;render' {
            break
        }
        'msgctl;template;help;lint' {
            break
        }
        'msgctl;template;help;help' {
            break
        }
        'msgctl;send' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose people')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write to this number (can be repeated)')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'Write to the members of this list')
            [CompletionResult]::new('--csv', '--csv', [CompletionResultType]::ParameterName, 'Write to the people of a CSV file, `-` for standard input; they do not become recipients of the site')
            [CompletionResult]::new('--age-group', '--age-group', [CompletionResultType]::ParameterName, 'Write to an age group of your own member database, by full age on today''s Korean day')
            [CompletionResult]::new('--source', '--source', [CompletionResultType]::ParameterName, 'The database to ask, as in `[source.NAME]`; not needed where there is one only')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'The template, newest version or NAME@3')
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'A text, inside the site''s wrapper')
            [CompletionResult]::new('--var', '--var', [CompletionResultType]::ParameterName, 'Value of a variable, the same for everybody (can be repeated)')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Subject; makes every text an LMS')
            [CompletionResult]::new('--strategy', '--strategy', [CompletionResultType]::ParameterName, 'How the first channel is chosen; the site''s own by default')
            [CompletionResult]::new('--granularity', '--granularity', [CompletionResultType]::ParameterName, 'What `cost-optimized` compares the prices of: each person''s own messages, or those of all people together, who then all go the same way')
            [CompletionResult]::new('--fallback-message', '--fallback-message', [CompletionResultType]::ParameterName, 'The text for those whom Alimtalk cannot reach')
            [CompletionResult]::new('--lane', '--lane', [CompletionResultType]::ParameterName, 'What goes first when several campaigns wait')
            [CompletionResult]::new('--on-insufficient', '--on-insufficient', [CompletionResultType]::ParameterName, 'What to do where the site''s credits do not suffice for everybody')
            [CompletionResult]::new('--test', '--test', [CompletionResultType]::ParameterName, 'Send a marked test of the text to these numbers now, and to nobody else')
            [CompletionResult]::new('--plan', '--plan', [CompletionResultType]::ParameterName, 'Send exactly the plan with this hash, or refuse')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Idempotency key: the same key and request goes on, or answers as before')
            [CompletionResult]::new('--schedule', '--schedule', [CompletionResultType]::ParameterName, 'Plan it now, and let a worker send it from then on: Korean time like `2026-11-21 09:00`, or RFC 3339')
            [CompletionResult]::new('--every', '--every', [CompletionResultType]::ParameterName, 'Send it again and again: minute, hour, day, month, weekday in Korean time, like `0 9 * * MON`')
            [CompletionResult]::new('--on-full', '--on-full', [CompletionResultType]::ParameterName, 'What to do where more messages would wait than may (`send.max_backlog`)')
            [CompletionResult]::new('--report-wait', '--report-wait', [CompletionResultType]::ParameterName, 'How long to wait for final reports; `send.report_wait` by default')
            [CompletionResult]::new('--max-failure-rate', '--max-failure-rate', [CompletionResultType]::ParameterName, 'End with 6 if more than this share failed, like 5%')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--ad', '--ad', [CompletionResultType]::ParameterName, 'Advertising, as text with label, name, contact and opt-out: only to those who consented, at night only to those who agreed to that; the rest waits until 08:00')
            [CompletionResult]::new('--allow-repeat', '--allow-repeat', [CompletionResultType]::ParameterName, 'Write also to those who had the same text a moment ago (`send.dedupe_window`)')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the plan, send nothing')
            [CompletionResult]::new('--detach', '--detach', [CompletionResultType]::ParameterName, 'Plan it, and leave the sending to a `msgctl worker`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;campaign' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the campaigns, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one campaign: plan, results, cost, why it is held')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Approve a campaign that somebody else planned')
            [CompletionResult]::new('pause', 'pause', [CompletionResultType]::ParameterValue, 'Pause a campaign: nothing more of it is handed over until it is resumed')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Go on with a campaign that was paused or interrupted, until it is finished')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Cancel a campaign: what has not been handed over never will be')
            [CompletionResult]::new('retry-failed', 'retry-failed', [CompletionResultType]::ParameterValue, 'Queue failed messages of a campaign once more')
            [CompletionResult]::new('evidence', 'evidence', [CompletionResultType]::ParameterValue, 'Write the proof of a campaign into one folder: text, plan, consents, receipts')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;campaign;list' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Only those of this site')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only those in this state')
            [CompletionResult]::new('--before', '--before', [CompletionResultType]::ParameterName, 'Only those older than this one')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;campaign;show' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;campaign;approve' {
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Who approves, on an account that several people share; the trail keeps the account too')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;campaign;pause' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for whoever looks at it')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;campaign;resume' {
            [CompletionResult]::new('--report-wait', '--report-wait', [CompletionResultType]::ParameterName, 'How long to wait for final reports; `send.report_wait` by default')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;campaign;cancel' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be cancelled, cancel nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;campaign;retry-failed' {
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'Only what failed with this code, whatever its class (can be repeated)')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be queued, queue nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;campaign;evidence' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The folder; `evidence-ID` by default')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;campaign;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the campaigns, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one campaign: plan, results, cost, why it is held')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Approve a campaign that somebody else planned')
            [CompletionResult]::new('pause', 'pause', [CompletionResultType]::ParameterValue, 'Pause a campaign: nothing more of it is handed over until it is resumed')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Go on with a campaign that was paused or interrupted, until it is finished')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Cancel a campaign: what has not been handed over never will be')
            [CompletionResult]::new('retry-failed', 'retry-failed', [CompletionResultType]::ParameterValue, 'Queue failed messages of a campaign once more')
            [CompletionResult]::new('evidence', 'evidence', [CompletionResultType]::ParameterValue, 'Write the proof of a campaign into one folder: text, plan, consents, receipts')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;campaign;help;list' {
            break
        }
        'msgctl;campaign;help;show' {
            break
        }
        'msgctl;campaign;help;approve' {
            break
        }
        'msgctl;campaign;help;pause' {
            break
        }
        'msgctl;campaign;help;resume' {
            break
        }
        'msgctl;campaign;help;cancel' {
            break
        }
        'msgctl;campaign;help;retry-failed' {
            break
        }
        'msgctl;campaign;help;evidence' {
            break
        }
        'msgctl;campaign;help;help' {
            break
        }
        'msgctl;schedule' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List schedules with their next times and what came of the last ones')
            [CompletionResult]::new('pause', 'pause', [CompletionResultType]::ParameterValue, 'Pause a schedule')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Let a paused schedule go on')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a schedule')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;schedule;list' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Of this site only')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;schedule;pause' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;schedule;resume' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;schedule;remove' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;schedule;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List schedules with their next times and what came of the last ones')
            [CompletionResult]::new('pause', 'pause', [CompletionResultType]::ParameterValue, 'Pause a schedule')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Let a paused schedule go on')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a schedule')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;schedule;help;list' {
            break
        }
        'msgctl;schedule;help;pause' {
            break
        }
        'msgctl;schedule;help;resume' {
            break
        }
        'msgctl;schedule;help;remove' {
            break
        }
        'msgctl;schedule;help;help' {
            break
        }
        'msgctl;message' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the messages of a campaign, or those to one number')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one message and its text')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Explain how one message went: its way and why, every attempt, what each result made of it')
            [CompletionResult]::new('doubt', 'doubt', [CompletionResultType]::ParameterValue, 'List messages in doubt with the evidence, and decide about them where the provider does not')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;messages' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the messages of a campaign, or those to one number')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one message and its text')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Explain how one message went: its way and why, every attempt, what each result made of it')
            [CompletionResult]::new('doubt', 'doubt', [CompletionResultType]::ParameterValue, 'List messages in doubt with the evidence, and decide about them where the provider does not')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;message;list' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'To this number')
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site that wrote to the number')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only those in this state')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--after', '--after', [CompletionResultType]::ParameterName, 'Only messages behind this id')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;messages;list' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'To this number')
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site that wrote to the number')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only those in this state')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--after', '--after', [CompletionResultType]::ParameterName, 'Only messages behind this id')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;message;show' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;messages;show' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;message;explain' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;messages;explain' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;message;doubt' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List messages in doubt: since when, why, how often the provider was asked and when it is asked again')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Decide what became of a message in doubt, where you know it better than the provider says')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;message;doubt;list' {
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Of this campaign only')
            [CompletionResult]::new('--after', '--after', [CompletionResultType]::ParameterName, 'Only messages behind this id')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;message;doubt;resolve' {
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What became of it')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'How you know, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;message;doubt;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List messages in doubt: since when, why, how often the provider was asked and when it is asked again')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Decide what became of a message in doubt, where you know it better than the provider says')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;message;doubt;help;list' {
            break
        }
        'msgctl;message;doubt;help;resolve' {
            break
        }
        'msgctl;message;doubt;help;help' {
            break
        }
        'msgctl;messages;doubt' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List messages in doubt: since when, why, how often the provider was asked and when it is asked again')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Decide what became of a message in doubt, where you know it better than the provider says')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;messages;doubt;list' {
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Of this campaign only')
            [CompletionResult]::new('--after', '--after', [CompletionResultType]::ParameterName, 'Only messages behind this id')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;messages;doubt;resolve' {
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What became of it')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'How you know, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;messages;doubt;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List messages in doubt: since when, why, how often the provider was asked and when it is asked again')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Decide what became of a message in doubt, where you know it better than the provider says')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;messages;doubt;help;list' {
            break
        }
        'msgctl;messages;doubt;help;resolve' {
            break
        }
        'msgctl;messages;doubt;help;help' {
            break
        }
        'msgctl;message;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the messages of a campaign, or those to one number')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one message and its text')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Explain how one message went: its way and why, every attempt, what each result made of it')
            [CompletionResult]::new('doubt', 'doubt', [CompletionResultType]::ParameterValue, 'List messages in doubt with the evidence, and decide about them where the provider does not')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;message;help;list' {
            break
        }
        'msgctl;message;help;show' {
            break
        }
        'msgctl;message;help;explain' {
            break
        }
        'msgctl;message;help;doubt' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List messages in doubt: since when, why, how often the provider was asked and when it is asked again')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Decide what became of a message in doubt, where you know it better than the provider says')
            break
        }
        'msgctl;message;help;doubt;list' {
            break
        }
        'msgctl;message;help;doubt;resolve' {
            break
        }
        'msgctl;message;help;help' {
            break
        }
        'msgctl;messages;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the messages of a campaign, or those to one number')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one message and its text')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Explain how one message went: its way and why, every attempt, what each result made of it')
            [CompletionResult]::new('doubt', 'doubt', [CompletionResultType]::ParameterValue, 'List messages in doubt with the evidence, and decide about them where the provider does not')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;messages;help;list' {
            break
        }
        'msgctl;messages;help;show' {
            break
        }
        'msgctl;messages;help;explain' {
            break
        }
        'msgctl;messages;help;doubt' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List messages in doubt: since when, why, how often the provider was asked and when it is asked again')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Decide what became of a message in doubt, where you know it better than the provider says')
            break
        }
        'msgctl;messages;help;doubt;list' {
            break
        }
        'msgctl;messages;help;doubt;resolve' {
            break
        }
        'msgctl;messages;help;help' {
            break
        }
        'msgctl;notice' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show the last notices, the newest first: one line for each place that it goes to')
            [CompletionResult]::new('relay', 'relay', [CompletionResultType]::ParameterValue, 'Tell what is due: to the log, to the callbacks of sites, to the alert address')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;notices' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show the last notices, the newest first: one line for each place that it goes to')
            [CompletionResult]::new('relay', 'relay', [CompletionResultType]::ParameterValue, 'Tell what is due: to the log, to the callbacks of sites, to the alert address')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;notice;list' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Only about this site')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only those in this state')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;notices;list' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Only about this site')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only those in this state')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;notice;relay' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--again', '--again', [CompletionResultType]::ParameterName, 'Also what was given up, or had nowhere to go')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;notices;relay' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--again', '--again', [CompletionResultType]::ParameterName, 'Also what was given up, or had nowhere to go')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;notice;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show the last notices, the newest first: one line for each place that it goes to')
            [CompletionResult]::new('relay', 'relay', [CompletionResultType]::ParameterValue, 'Tell what is due: to the log, to the callbacks of sites, to the alert address')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;notice;help;list' {
            break
        }
        'msgctl;notice;help;relay' {
            break
        }
        'msgctl;notice;help;help' {
            break
        }
        'msgctl;notices;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show the last notices, the newest first: one line for each place that it goes to')
            [CompletionResult]::new('relay', 'relay', [CompletionResultType]::ParameterValue, 'Tell what is due: to the log, to the callbacks of sites, to the alert address')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;notices;help;list' {
            break
        }
        'msgctl;notices;help;relay' {
            break
        }
        'msgctl;notices;help;help' {
            break
        }
        'msgctl;report' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('daily', 'daily', [CompletionResultType]::ParameterValue, 'Tell each site what failed on a day: how many messages, and why')
            [CompletionResult]::new('poll', 'poll', [CompletionResultType]::ParameterValue, 'Fetch outstanding reports, record them, and send what follows from them')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;reports' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('daily', 'daily', [CompletionResultType]::ParameterValue, 'Tell each site what failed on a day: how many messages, and why')
            [CompletionResult]::new('poll', 'poll', [CompletionResultType]::ParameterValue, 'Fetch outstanding reports, record them, and send what follows from them')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;report;daily' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Only this site')
            [CompletionResult]::new('--day', '--day', [CompletionResultType]::ParameterName, 'This day; without it yesterday in Korea')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only show what would be told')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;reports;daily' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Only this site')
            [CompletionResult]::new('--day', '--day', [CompletionResultType]::ParameterName, 'This day; without it yesterday in Korea')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only show what would be told')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;report;poll' {
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'Only this provider')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--once', '--once', [CompletionResultType]::ParameterName, 'Once round, whatever that brings')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;reports;poll' {
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'Only this provider')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--once', '--once', [CompletionResultType]::ParameterName, 'Once round, whatever that brings')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;report;help' {
            [CompletionResult]::new('daily', 'daily', [CompletionResultType]::ParameterValue, 'Tell each site what failed on a day: how many messages, and why')
            [CompletionResult]::new('poll', 'poll', [CompletionResultType]::ParameterValue, 'Fetch outstanding reports, record them, and send what follows from them')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;report;help;daily' {
            break
        }
        'msgctl;report;help;poll' {
            break
        }
        'msgctl;report;help;help' {
            break
        }
        'msgctl;reports;help' {
            [CompletionResult]::new('daily', 'daily', [CompletionResultType]::ParameterValue, 'Tell each site what failed on a day: how many messages, and why')
            [CompletionResult]::new('poll', 'poll', [CompletionResultType]::ParameterValue, 'Fetch outstanding reports, record them, and send what follows from them')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;reports;help;daily' {
            break
        }
        'msgctl;reports;help;poll' {
            break
        }
        'msgctl;reports;help;help' {
            break
        }
        'msgctl;worker' {
            [CompletionResult]::new('--listen', '--listen', [CompletionResultType]::ParameterName, 'Answer `/metrics` (Prometheus) and `/healthz` at this address; nobody is asked who they are')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--once', '--once', [CompletionResultType]::ParameterName, 'Work until nothing is due, then end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;stats' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Only this site')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'What to group by')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From this day on')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Up to this day, included')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--include-tests', '--include-tests', [CompletionResultType]::ParameterName, 'With campaigns that were tests of a text (`send --test`)')
            [CompletionResult]::new('--recount', '--recount', [CompletionResultType]::ParameterName, 'Count every message and compare')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('topup', 'topup', [CompletionResultType]::ParameterValue, 'Book a payment of a site as credits')
            [CompletionResult]::new('auto', 'auto', [CompletionResultType]::ParameterValue, 'Top up by itself: show and set the rule of a site, charge what is wanted')
            [CompletionResult]::new('bonus', 'bonus', [CompletionResultType]::ParameterValue, 'Give a site credits as a present')
            [CompletionResult]::new('refund', 'refund', [CompletionResultType]::ParameterValue, 'Give back what a campaign was charged, in part or all of it')
            [CompletionResult]::new('cashout', 'cashout', [CompletionResultType]::ParameterValue, 'Pay credits out')
            [CompletionResult]::new('adjust', 'adjust', [CompletionResultType]::ParameterValue, 'Correct a site''s credit by hand, either way')
            [CompletionResult]::new('chargeback', 'chargeback', [CompletionResultType]::ParameterValue, 'Book a payment that the bank took back')
            [CompletionResult]::new('balance', 'balance', [CompletionResultType]::ParameterValue, 'Show what a site has, or every one that pays from credits')
            [CompletionResult]::new('estimate', 'estimate', [CompletionResultType]::ParameterValue, 'What a send would cost, and whether the credits suffice for it')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show what happened to a site''s credit, the newest first')
            [CompletionResult]::new('usage', 'usage', [CompletionResultType]::ParameterValue, 'Show what a site was charged for messages, the newest first')
            [CompletionResult]::new('holds', 'holds', [CompletionResultType]::ParameterValue, 'Show what campaigns have set aside, the newest first; release what has expired')
            [CompletionResult]::new('statement', 'statement', [CompletionResultType]::ParameterValue, 'Show a site''s statement of a month')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Prove the books: every promise about money, held against every row')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Go on with what was asked for and cut off')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;credits;topup' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Do it once for this key: the same again gives the same answer; one is made where none is given')
            [CompletionResult]::new('--amount', '--amount', [CompletionResultType]::ParameterName, 'Won, two decimals at most, value-added tax excluded')
            [CompletionResult]::new('--method', '--method', [CompletionResultType]::ParameterName, 'How it was paid: bank, card, virtual-account, gateway, other')
            [CompletionResult]::new('--gateway-tx', '--gateway-tx', [CompletionResultType]::ParameterName, 'The bank''s or gateway''s name for the payment')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything, take it back, and show what it would have been')
            [CompletionResult]::new('--gross', '--gross', [CompletionResultType]::ParameterName, 'The amount is what was paid: value-added tax is in it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;auto' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the rule of auto-charge of a site, and its last charges')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set the rule by which credits are topped up by themselves; it is off until --on')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Charge what is wanted and may be charged, ask about what was never answered, tell what is due: for cron')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;credits;auto;show' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;auto;set' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('--threshold', '--threshold', [CompletionResultType]::ParameterName, 'Charge when less than this many won are available')
            [CompletionResult]::new('--amount', '--amount', [CompletionResultType]::ParameterName, 'Charge this many won, VAT excluded; above the threshold')
            [CompletionResult]::new('--mode', '--mode', [CompletionResultType]::ParameterName, 'Always the amount, or as many times of it as a send lacks')
            [CompletionResult]::new('--cooldown', '--cooldown', [CompletionResultType]::ParameterName, 'From one success to the next at least [new rules: 60m]')
            [CompletionResult]::new('--max-per-day', '--max-per-day', [CompletionResultType]::ParameterName, 'Successes on one day at most [new rules: 3]')
            [CompletionResult]::new('--max-month', '--max-month', [CompletionResultType]::ParameterName, 'Won in one month at most, VAT excluded')
            [CompletionResult]::new('--max-declines', '--max-declines', [CompletionResultType]::ParameterName, 'Declines in a row that switch it off [new rules: 3]')
            [CompletionResult]::new('--token', '--token', [CompletionResultType]::ParameterName, 'The gateway''s name for the means of payment')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Switch it on')
            [CompletionResult]::new('--off', '--off', [CompletionResultType]::ParameterName, 'Switch it off')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything, take it back, and show what it would have been')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;auto;run' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Only this site')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be charged; nothing is')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;auto;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the rule of auto-charge of a site, and its last charges')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set the rule by which credits are topped up by themselves; it is off until --on')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Charge what is wanted and may be charged, ask about what was never answered, tell what is due: for cron')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;credits;auto;help;show' {
            break
        }
        'msgctl;credits;auto;help;set' {
            break
        }
        'msgctl;credits;auto;help;run' {
            break
        }
        'msgctl;credits;auto;help;help' {
            break
        }
        'msgctl;credits;bonus' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Do it once for this key: the same again gives the same answer; one is made where none is given')
            [CompletionResult]::new('--amount', '--amount', [CompletionResultType]::ParameterName, 'Won, two decimals at most')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why; it stands in the journal')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything, take it back, and show what it would have been')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;refund' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Do it once for this key: the same again gives the same answer; one is made where none is given')
            [CompletionResult]::new('--usage', '--usage', [CompletionResultType]::ParameterName, 'Of this charge; `msgctl credits usage` lists them')
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Of what this campaign was charged, the oldest charge first')
            [CompletionResult]::new('--channel', '--channel', [CompletionResultType]::ParameterName, 'Only of this channel')
            [CompletionResult]::new('--amount', '--amount', [CompletionResultType]::ParameterName, 'Won, two decimals at most; all that is left where it is not given')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why; it stands in the journal')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything, take it back, and show what it would have been')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;cashout' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Do it once for this key: the same again gives the same answer; one is made where none is given')
            [CompletionResult]::new('--amount', '--amount', [CompletionResultType]::ParameterName, 'Won, two decimals at most')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why; it stands in the journal')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything, take it back, and show what it would have been')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;adjust' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Do it once for this key: the same again gives the same answer; one is made where none is given')
            [CompletionResult]::new('--amount', '--amount', [CompletionResultType]::ParameterName, 'Won, two decimals at most; with a minus sign it is taken')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why; it stands in the journal')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything, take it back, and show what it would have been')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;chargeback' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Do it once for this key: the same again gives the same answer; one is made where none is given')
            [CompletionResult]::new('--payment', '--payment', [CompletionResultType]::ParameterName, 'Which payment')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why; it stands in the journal')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything, take it back, and show what it would have been')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;balance' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Only this site')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;estimate' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose people')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write to this number (can be repeated)')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'Write to the members of this list')
            [CompletionResult]::new('--csv', '--csv', [CompletionResultType]::ParameterName, 'Write to the people of a CSV file, `-` for standard input; they do not become recipients of the site')
            [CompletionResult]::new('--age-group', '--age-group', [CompletionResultType]::ParameterName, 'Write to an age group of your own member database, by full age on today''s Korean day')
            [CompletionResult]::new('--source', '--source', [CompletionResultType]::ParameterName, 'The database to ask, as in `[source.NAME]`; not needed where there is one only')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'The template, newest version or NAME@3')
            [CompletionResult]::new('--message', '--message', [CompletionResultType]::ParameterName, 'A text, inside the site''s wrapper')
            [CompletionResult]::new('--var', '--var', [CompletionResultType]::ParameterName, 'Value of a variable, the same for everybody (can be repeated)')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Subject; makes every text an LMS')
            [CompletionResult]::new('--strategy', '--strategy', [CompletionResultType]::ParameterName, 'How the first channel is chosen; the site''s own by default')
            [CompletionResult]::new('--granularity', '--granularity', [CompletionResultType]::ParameterName, 'What `cost-optimized` compares the prices of: each person''s own messages, or those of all people together, who then all go the same way')
            [CompletionResult]::new('--fallback-message', '--fallback-message', [CompletionResultType]::ParameterName, 'The text for those whom Alimtalk cannot reach')
            [CompletionResult]::new('--lane', '--lane', [CompletionResultType]::ParameterName, 'What goes first when several campaigns wait')
            [CompletionResult]::new('--on-insufficient', '--on-insufficient', [CompletionResultType]::ParameterName, 'What to do where the site''s credits do not suffice for everybody')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--ad', '--ad', [CompletionResultType]::ParameterName, 'Advertising, as text with label, name, contact and opt-out: only to those who consented, at night only to those who agreed to that; the rest waits until 08:00')
            [CompletionResult]::new('--allow-repeat', '--allow-repeat', [CompletionResultType]::ParameterName, 'Write also to those who had the same text a moment ago (`send.dedupe_window`)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;history' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--before', '--before', [CompletionResultType]::ParameterName, 'Only what was booked before this journal')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;usage' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('--campaign', '--campaign', [CompletionResultType]::ParameterName, 'Only of this campaign')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--before', '--before', [CompletionResultType]::ParameterName, 'Only what is older than this one')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;holds' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only those in this state')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--before', '--before', [CompletionResultType]::ParameterName, 'Only those that are older than this one')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--sweep', '--sweep', [CompletionResultType]::ParameterName, 'Release first what expired holds still have')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'With `--sweep`: say what would be released, release nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;statement' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'Which month; the present one where it is not given')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;verify' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Only what is this site''s')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only entries behind this journal, whatever was proven before')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--full', '--full', [CompletionResultType]::ParameterName, 'From the first journal on, and message by message')
            [CompletionResult]::new('--seal', '--seal', [CompletionResultType]::ParameterName, 'Hash all entries, keep the hash, and compare with those that were kept before')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;retry' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Whose credits')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;credits;help' {
            [CompletionResult]::new('topup', 'topup', [CompletionResultType]::ParameterValue, 'Book a payment of a site as credits')
            [CompletionResult]::new('auto', 'auto', [CompletionResultType]::ParameterValue, 'Top up by itself: show and set the rule of a site, charge what is wanted')
            [CompletionResult]::new('bonus', 'bonus', [CompletionResultType]::ParameterValue, 'Give a site credits as a present')
            [CompletionResult]::new('refund', 'refund', [CompletionResultType]::ParameterValue, 'Give back what a campaign was charged, in part or all of it')
            [CompletionResult]::new('cashout', 'cashout', [CompletionResultType]::ParameterValue, 'Pay credits out')
            [CompletionResult]::new('adjust', 'adjust', [CompletionResultType]::ParameterValue, 'Correct a site''s credit by hand, either way')
            [CompletionResult]::new('chargeback', 'chargeback', [CompletionResultType]::ParameterValue, 'Book a payment that the bank took back')
            [CompletionResult]::new('balance', 'balance', [CompletionResultType]::ParameterValue, 'Show what a site has, or every one that pays from credits')
            [CompletionResult]::new('estimate', 'estimate', [CompletionResultType]::ParameterValue, 'What a send would cost, and whether the credits suffice for it')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show what happened to a site''s credit, the newest first')
            [CompletionResult]::new('usage', 'usage', [CompletionResultType]::ParameterValue, 'Show what a site was charged for messages, the newest first')
            [CompletionResult]::new('holds', 'holds', [CompletionResultType]::ParameterValue, 'Show what campaigns have set aside, the newest first; release what has expired')
            [CompletionResult]::new('statement', 'statement', [CompletionResultType]::ParameterValue, 'Show a site''s statement of a month')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Prove the books: every promise about money, held against every row')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Go on with what was asked for and cut off')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;credits;help;topup' {
            break
        }
        'msgctl;credits;help;auto' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the rule of auto-charge of a site, and its last charges')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set the rule by which credits are topped up by themselves; it is off until --on')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Charge what is wanted and may be charged, ask about what was never answered, tell what is due: for cron')
            break
        }
        'msgctl;credits;help;auto;show' {
            break
        }
        'msgctl;credits;help;auto;set' {
            break
        }
        'msgctl;credits;help;auto;run' {
            break
        }
        'msgctl;credits;help;bonus' {
            break
        }
        'msgctl;credits;help;refund' {
            break
        }
        'msgctl;credits;help;cashout' {
            break
        }
        'msgctl;credits;help;adjust' {
            break
        }
        'msgctl;credits;help;chargeback' {
            break
        }
        'msgctl;credits;help;balance' {
            break
        }
        'msgctl;credits;help;estimate' {
            break
        }
        'msgctl;credits;help;history' {
            break
        }
        'msgctl;credits;help;usage' {
            break
        }
        'msgctl;credits;help;holds' {
            break
        }
        'msgctl;credits;help;statement' {
            break
        }
        'msgctl;credits;help;verify' {
            break
        }
        'msgctl;credits;help;retry' {
            break
        }
        'msgctl;credits;help;help' {
            break
        }
        'msgctl;price' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List price books')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Write a price book: the prices that are named, the others as they are then')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Write a price book from a CSV file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;price;list' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Only the books that this site can come upon: its own and everybody''s')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;price;set' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site; everybody without a book of their own where it is not given')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Valid from this Korean day (midnight) or moment on; from now on where it is not given')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'What it is')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be different, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;price;import' {
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'The site; everybody without a book of their own where it is not given')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Valid from this Korean day (midnight) or moment on; from now on where it is not given')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'What it is')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be different, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;price;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List price books')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Write a price book: the prices that are named, the others as they are then')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Write a price book from a CSV file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;price;help;list' {
            break
        }
        'msgctl;price;help;set' {
            break
        }
        'msgctl;price;help;import' {
            break
        }
        'msgctl;price;help;help' {
            break
        }
        'msgctl;settle' {
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'Which month')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a difference to a provider''s statement before (see `settle reconcile`)')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why; it is kept with the month')
            [CompletionResult]::new('--workers', '--workers', [CompletionResultType]::ParameterName, 'Parts that are worked on at the same time')
            [CompletionResult]::new('--chunk', '--chunk', [CompletionResultType]::ParameterName, 'Lines in a transaction; the figures do not depend on it')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--preview', '--preview', [CompletionResultType]::ParameterName, 'Compute and show it, write nothing; the month need not be over')
            [CompletionResult]::new('--close', '--close', [CompletionResultType]::ParameterName, 'Close the month: nothing changes in it any more')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait until another run has ended')
            [CompletionResult]::new('--recompute', '--recompute', [CompletionResultType]::ParameterName, 'Compute everything again even if nothing has changed')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show where the settlement of a month stands')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the bill of a line and how each part of it was computed, or the statement of a site')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'List the lines whose bill the last draft changed, and the sites whose statement it changed')
            [CompletionResult]::new('adjust', 'adjust', [CompletionResultType]::ParameterValue, 'Correct the bill of a line: a credit note, or something that was forgotten')
            [CompletionResult]::new('reconcile', 'reconcile', [CompletionResultType]::ParameterValue, 'Hold a provider''s statement of a month against what was handed over to it')
            [CompletionResult]::new('rollover', 'rollover', [CompletionResultType]::ParameterValue, 'Make the month behind a closed one ready, and delete what old months no longer need')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write a settled month as files')
            [CompletionResult]::new('retry-parked', 'retry-parked', [CompletionResultType]::ParameterValue, 'Compute the lines that are parked once more, and no others')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'List the runs of a month, the latest first')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compute every bill of a month twice, by two ways, and hold both against what is on record')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;settle;status' {
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'Which month')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;settle;show' {
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'Which month')
            [CompletionResult]::new('--line', '--line', [CompletionResultType]::ParameterName, 'Which line')
            [CompletionResult]::new('--site', '--site', [CompletionResultType]::ParameterName, 'Which site')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;settle;diff' {
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'Which month')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many lines')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;settle;adjust' {
            [CompletionResult]::new('--line', '--line', [CompletionResultType]::ParameterName, 'Which line')
            [CompletionResult]::new('--amount', '--amount', [CompletionResultType]::ParameterName, 'Whole won before tax; negative gives something back')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why; it stands on the bill')
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'The month that it is about; the present one where it is not given')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Do it once for this key; one is made where none is given')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything, take it back, and show what it would have been')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;settle;reconcile' {
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'Which month')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'The provider''s file')
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'Whose it is; needed where several were called in the month')
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'Which header a column has')
            [CompletionResult]::new('--price', '--price', [CompletionResultType]::ParameterName, 'What a message costs at the provider by agreement')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Accept a difference as it is: its kind, channel and number')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why; it is kept with the month')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Compare, and keep nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;settle;rollover' {
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'The month that was closed')
            [CompletionResult]::new('--keep-months', '--keep-months', [CompletionResultType]::ParameterName, 'So many closed months keep everything')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything, take it back, and show what it would have been')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;settle;export' {
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'The month')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The folder; it must be empty or not there, or hold just that already')
            [CompletionResult]::new('--invoice', '--invoice', [CompletionResultType]::ParameterName, 'Write an invoice of this line, too (can be repeated)')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--invoices', '--invoices', [CompletionResultType]::ParameterName, 'Write invoices of all lines, a thousand in a file')
            [CompletionResult]::new('--no-details', '--no-details', [CompletionResultType]::ParameterName, 'Leave out how each bill was computed')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;settle;retry-parked' {
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'Which month')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait until another run has ended')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;settle;history' {
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'Which month')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;settle;verify' {
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'Which month')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;settle;help' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show where the settlement of a month stands')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the bill of a line and how each part of it was computed, or the statement of a site')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'List the lines whose bill the last draft changed, and the sites whose statement it changed')
            [CompletionResult]::new('adjust', 'adjust', [CompletionResultType]::ParameterValue, 'Correct the bill of a line: a credit note, or something that was forgotten')
            [CompletionResult]::new('reconcile', 'reconcile', [CompletionResultType]::ParameterValue, 'Hold a provider''s statement of a month against what was handed over to it')
            [CompletionResult]::new('rollover', 'rollover', [CompletionResultType]::ParameterValue, 'Make the month behind a closed one ready, and delete what old months no longer need')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write a settled month as files')
            [CompletionResult]::new('retry-parked', 'retry-parked', [CompletionResultType]::ParameterValue, 'Compute the lines that are parked once more, and no others')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'List the runs of a month, the latest first')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compute every bill of a month twice, by two ways, and hold both against what is on record')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;settle;help;status' {
            break
        }
        'msgctl;settle;help;show' {
            break
        }
        'msgctl;settle;help;diff' {
            break
        }
        'msgctl;settle;help;adjust' {
            break
        }
        'msgctl;settle;help;reconcile' {
            break
        }
        'msgctl;settle;help;rollover' {
            break
        }
        'msgctl;settle;help;export' {
            break
        }
        'msgctl;settle;help;retry-parked' {
            break
        }
        'msgctl;settle;help;history' {
            break
        }
        'msgctl;settle;help;verify' {
            break
        }
        'msgctl;settle;help;help' {
            break
        }
        'msgctl;customer' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a customer, or change one')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import customers from a CSV file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List customers in the order of their codes')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a customer and their lines')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;customer;add' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name')
            [CompletionResult]::new('--phone', '--phone', [CompletionResultType]::ParameterName, 'Mobile number')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'E-mail address')
            [CompletionResult]::new('--round-unit', '--round-unit', [CompletionResultType]::ParameterName, 'Totals are cut to multiples of so many won: 1 or 10')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;customer;import' {
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'What the file is written in')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where refused rows are written [default: FILE.rejects.csv]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do all of it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;customer;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--after', '--after', [CompletionResultType]::ParameterName, 'Only customers behind this code')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;customer;show' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;customer;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a customer, or change one')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import customers from a CSV file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List customers in the order of their codes')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a customer and their lines')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;customer;help;add' {
            break
        }
        'msgctl;customer;help;import' {
            break
        }
        'msgctl;customer;help;list' {
            break
        }
        'msgctl;customer;help;show' {
            break
        }
        'msgctl;customer;help;help' {
            break
        }
        'msgctl;plan' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a plan, or a version of one that holds from a day on')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import plans from a CSV file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the plans with all their versions')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;plan;add' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What people call it')
            [CompletionResult]::new('--fee', '--fee', [CompletionResultType]::ParameterName, 'Fee of a whole month, won')
            [CompletionResult]::new('--allowance', '--allowance', [CompletionResultType]::ParameterName, 'Bytes that are included in a whole month [default: unlimited]')
            [CompletionResult]::new('--unit', '--unit', [CompletionResultType]::ParameterName, 'Bytes of a unit beyond the allowance')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'Won for a unit, with up to six decimals')
            [CompletionResult]::new('--cap', '--cap', [CompletionResultType]::ParameterName, 'Most for what is beyond the allowance, won; 0: no limit')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'The first day on which it holds')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;plan;import' {
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'What the file is written in')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where refused rows are written [default: FILE.rejects.csv]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do all of it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;plan;list' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;plan;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a plan, or a version of one that holds from a day on')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import plans from a CSV file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the plans with all their versions')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;plan;help;add' {
            break
        }
        'msgctl;plan;help;import' {
            break
        }
        'msgctl;plan;help;list' {
            break
        }
        'msgctl;plan;help;help' {
            break
        }
        'msgctl;vas' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an added service, or a version of one that holds from a day on')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import added services from a CSV file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the added services with all their versions')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;vas;add' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What people call it')
            [CompletionResult]::new('--fee', '--fee', [CompletionResultType]::ParameterName, 'Fee of a whole month, won')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'The first day on which it holds')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--whole', '--whole', [CompletionResultType]::ParameterName, 'A part of a month costs the whole fee')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;vas;import' {
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'What the file is written in')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where refused rows are written [default: FILE.rejects.csv]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do all of it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;vas;list' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;vas;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an added service, or a version of one that holds from a day on')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import added services from a CSV file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the added services with all their versions')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;vas;help;add' {
            break
        }
        'msgctl;vas;help;import' {
            break
        }
        'msgctl;vas;help;list' {
            break
        }
        'msgctl;vas;help;help' {
            break
        }
        'msgctl;line' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('activate', 'activate', [CompletionResultType]::ParameterValue, 'Activate a new line of a customer')
            [CompletionResult]::new('change-plan', 'change-plan', [CompletionResultType]::ParameterValue, 'Change the plan of a line from a day on')
            [CompletionResult]::new('suspend', 'suspend', [CompletionResultType]::ParameterValue, 'Suspend a line, or take that back with --off; its fees go on')
            [CompletionResult]::new('terminate', 'terminate', [CompletionResultType]::ParameterValue, 'End a line')
            [CompletionResult]::new('add-vas', 'add-vas', [CompletionResultType]::ParameterValue, 'Give a line an added service')
            [CompletionResult]::new('remove-vas', 'remove-vas', [CompletionResultType]::ParameterValue, 'End an added service of a line')
            [CompletionResult]::new('add-discount', 'add-discount', [CompletionResultType]::ParameterValue, 'Give a line a discount')
            [CompletionResult]::new('micro-payment', 'micro-payment', [CompletionResultType]::ParameterValue, 'Record a micro payment of a line, or one that was given back')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List lines in the order of their codes')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a line with its plans, services, discounts, payments and use')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import lines from a CSV file')
            [CompletionResult]::new('import-plans', 'import-plans', [CompletionResultType]::ParameterValue, 'Import which plan lines had when')
            [CompletionResult]::new('import-vas', 'import-vas', [CompletionResultType]::ParameterValue, 'Import which added services lines had when')
            [CompletionResult]::new('import-discounts', 'import-discounts', [CompletionResultType]::ParameterValue, 'Import which discounts lines had when')
            [CompletionResult]::new('import-payments', 'import-payments', [CompletionResultType]::ParameterValue, 'Import micro payments')
            [CompletionResult]::new('import-usage', 'import-usage', [CompletionResultType]::ParameterValue, 'Import what lines used in a month')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;line;activate' {
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'Whose it is')
            [CompletionResult]::new('--plan', '--plan', [CompletionResultType]::ParameterName, 'Its plan')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Its first day [default: today]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;change-plan' {
            [CompletionResult]::new('--plan', '--plan', [CompletionResultType]::ParameterName, 'The new plan')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Its first day [default: today]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;suspend' {
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Since when [default: today]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--off', '--off', [CompletionResultType]::ParameterName, 'It is suspended no longer')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;terminate' {
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Its last day [default: today]')
            [CompletionResult]::new('--keep-number', '--keep-number', [CompletionResultType]::ParameterName, 'For how many days its number is kept for the customer')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;add-vas' {
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Its first day [default: today]')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'The first day without it [default: none]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;remove-vas' {
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'The first day without it [default: today]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;add-discount' {
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'What it takes from')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'A share (in basis points), or an amount (in won)')
            [CompletionResult]::new('--value', '--value', [CompletionResultType]::ParameterName, 'Basis points (2500 is a quarter), or won')
            [CompletionResult]::new('--priority', '--priority', [CompletionResultType]::ParameterName, 'Lower ones come first')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Its first day [default: today]')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'The first day without it [default: none]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--proratable', '--proratable', [CompletionResultType]::ParameterName, 'A part of a month gives a part of it')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;micro-payment' {
            [CompletionResult]::new('--ref', '--ref', [CompletionResultType]::ParameterName, 'What the gateway calls it')
            [CompletionResult]::new('--amount', '--amount', [CompletionResultType]::ParameterName, 'How much, won, tax included')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Charged, or given back')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'When [default: as it is on record, or else now]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--after', '--after', [CompletionResultType]::ParameterName, 'Only lines behind this code')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;show' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;import' {
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'What the file is written in')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where refused rows are written [default: FILE.rejects.csv]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do all of it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;import-plans' {
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'What the file is written in')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where refused rows are written [default: FILE.rejects.csv]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do all of it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;import-vas' {
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'What the file is written in')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where refused rows are written [default: FILE.rejects.csv]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do all of it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;import-discounts' {
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'What the file is written in')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where refused rows are written [default: FILE.rejects.csv]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do all of it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;import-payments' {
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'What the file is written in')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where refused rows are written [default: FILE.rejects.csv]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do all of it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;import-usage' {
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'What the file is written in')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where refused rows are written [default: FILE.rejects.csv]')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do all of it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;line;help' {
            [CompletionResult]::new('activate', 'activate', [CompletionResultType]::ParameterValue, 'Activate a new line of a customer')
            [CompletionResult]::new('change-plan', 'change-plan', [CompletionResultType]::ParameterValue, 'Change the plan of a line from a day on')
            [CompletionResult]::new('suspend', 'suspend', [CompletionResultType]::ParameterValue, 'Suspend a line, or take that back with --off; its fees go on')
            [CompletionResult]::new('terminate', 'terminate', [CompletionResultType]::ParameterValue, 'End a line')
            [CompletionResult]::new('add-vas', 'add-vas', [CompletionResultType]::ParameterValue, 'Give a line an added service')
            [CompletionResult]::new('remove-vas', 'remove-vas', [CompletionResultType]::ParameterValue, 'End an added service of a line')
            [CompletionResult]::new('add-discount', 'add-discount', [CompletionResultType]::ParameterValue, 'Give a line a discount')
            [CompletionResult]::new('micro-payment', 'micro-payment', [CompletionResultType]::ParameterValue, 'Record a micro payment of a line, or one that was given back')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List lines in the order of their codes')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a line with its plans, services, discounts, payments and use')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import lines from a CSV file')
            [CompletionResult]::new('import-plans', 'import-plans', [CompletionResultType]::ParameterValue, 'Import which plan lines had when')
            [CompletionResult]::new('import-vas', 'import-vas', [CompletionResultType]::ParameterValue, 'Import which added services lines had when')
            [CompletionResult]::new('import-discounts', 'import-discounts', [CompletionResultType]::ParameterValue, 'Import which discounts lines had when')
            [CompletionResult]::new('import-payments', 'import-payments', [CompletionResultType]::ParameterValue, 'Import micro payments')
            [CompletionResult]::new('import-usage', 'import-usage', [CompletionResultType]::ParameterValue, 'Import what lines used in a month')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;line;help;activate' {
            break
        }
        'msgctl;line;help;change-plan' {
            break
        }
        'msgctl;line;help;suspend' {
            break
        }
        'msgctl;line;help;terminate' {
            break
        }
        'msgctl;line;help;add-vas' {
            break
        }
        'msgctl;line;help;remove-vas' {
            break
        }
        'msgctl;line;help;add-discount' {
            break
        }
        'msgctl;line;help;micro-payment' {
            break
        }
        'msgctl;line;help;list' {
            break
        }
        'msgctl;line;help;show' {
            break
        }
        'msgctl;line;help;import' {
            break
        }
        'msgctl;line;help;import-plans' {
            break
        }
        'msgctl;line;help;import-vas' {
            break
        }
        'msgctl;line;help;import-discounts' {
            break
        }
        'msgctl;line;help;import-payments' {
            break
        }
        'msgctl;line;help;import-usage' {
            break
        }
        'msgctl;line;help;help' {
            break
        }
        'msgctl;number' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('pool', 'pool', [CompletionResultType]::ParameterValue, 'Add numbers to the pool and list it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;number;pool' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add numbers to the pool')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the numbers of the pool: free, in use, or kept for who had them last')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;number;pool;add' {
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'So many in a row, from the one that is named')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do it and take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;number;pool;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--after', '--after', [CompletionResultType]::ParameterName, 'Only numbers behind this place in the pool')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show whole values instead of masked ones; leaves an entry in the audit trail')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;number;pool;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add numbers to the pool')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the numbers of the pool: free, in use, or kept for who had them last')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;number;pool;help;add' {
            break
        }
        'msgctl;number;pool;help;list' {
            break
        }
        'msgctl;number;pool;help;help' {
            break
        }
        'msgctl;number;help' {
            [CompletionResult]::new('pool', 'pool', [CompletionResultType]::ParameterValue, 'Add numbers to the pool and list it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;number;help;pool' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add numbers to the pool')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the numbers of the pool: free, in use, or kept for who had them last')
            break
        }
        'msgctl;number;help;pool;add' {
            break
        }
        'msgctl;number;help;pool;list' {
            break
        }
        'msgctl;number;help;help' {
            break
        }
        'msgctl;rate' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Prove from the calls on record that no limit was ever exceeded')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;rate;audit' {
            [CompletionResult]::new('--channel', '--channel', [CompletionResultType]::ParameterName, 'The limit that holds for this channel')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'The limit of this name (`rate_group`)')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;rate;help' {
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Prove from the calls on record that no limit was ever exceeded')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;rate;help;audit' {
            break
        }
        'msgctl;rate;help;help' {
            break
        }
        'msgctl;codes' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the result codes of providers and the class of each')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Say what a result code means and what follows from it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;codes;list' {
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'Only those of this provider kind')
            [CompletionResult]::new('--channel', '--channel', [CompletionResultType]::ParameterName, 'Only those that this channel can answer with')
            [CompletionResult]::new('--class', '--class', [CompletionResultType]::ParameterName, 'Only those of this class')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;codes;explain' {
            [CompletionResult]::new('--channel', '--channel', [CompletionResultType]::ParameterName, 'On this channel')
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'From this provider kind')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;codes;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the result codes of providers and the class of each')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Say what a result code means and what follows from it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;codes;help;list' {
            break
        }
        'msgctl;codes;help;explain' {
            break
        }
        'msgctl;codes;help;help' {
            break
        }
        'msgctl;crypto' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Count the records that each key sealed')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Add a key and seal every record with it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;crypto;status' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;crypto;rotate' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--add-only', '--add-only', [CompletionResultType]::ParameterName, 'Add the key, seal nothing yet')
            [CompletionResult]::new('--new-key', '--new-key', [CompletionResultType]::ParameterName, 'Add another key even if an earlier rotation has not ended')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be done, change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;crypto;help' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Count the records that each key sealed')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Add a key and seal every record with it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;crypto;help;status' {
            break
        }
        'msgctl;crypto;help;rotate' {
            break
        }
        'msgctl;crypto;help;help' {
            break
        }
        'msgctl;audit' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who revealed, exported or erased personal data and who approved campaigns, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;audit;list' {
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Only this action: reveal, export, erase or rotate')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--before', '--before', [CompletionResultType]::ParameterName, 'Only entries before this one')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;audit;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who revealed, exported or erased personal data and who approved campaigns, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;audit;help;list' {
            break
        }
        'msgctl;audit;help;help' {
            break
        }
        'msgctl;config' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print each value with where it came from')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check the configuration file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;config;show' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;config;check' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;config;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print each value with where it came from')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check the configuration file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;config;help;show' {
            break
        }
        'msgctl;config;help;check' {
            break
        }
        'msgctl;config;help;help' {
            break
        }
        'msgctl;db' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('migrate', 'migrate', [CompletionResultType]::ParameterValue, 'Bring the database to this version''s schema, making it if it is missing')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'List the migrations and which of them have run')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;db;migrate' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;db;status' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;db;help' {
            [CompletionResult]::new('migrate', 'migrate', [CompletionResultType]::ParameterValue, 'Bring the database to this version''s schema, making it if it is missing')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'List the migrations and which of them have run')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;db;help;migrate' {
            break
        }
        'msgctl;db;help;status' {
            break
        }
        'msgctl;db;help;help' {
            break
        }
        'msgctl;sim' {
            [CompletionResult]::new('--listen', '--listen', [CompletionResultType]::ParameterName, 'Address to listen on')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'Port to listen on, in place of the address''s; 0 takes a free one')
            [CompletionResult]::new('--port-file', '--port-file', [CompletionResultType]::ParameterName, 'Write the port to this file once the simulator listens')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read settings from a TOML file')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Seed of every outcome, delay and fault')
            [CompletionResult]::new('--api-key', '--api-key', [CompletionResultType]::ParameterName, 'API key that callers must use')
            [CompletionResult]::new('--api-secret-env', '--api-secret-env', [CompletionResultType]::ParameterName, 'Environment variable with the secret that callers must sign with')
            [CompletionResult]::new('--fail', '--fail', [CompletionResultType]::ParameterName, 'Share of a result code, by message type; may be repeated')
            [CompletionResult]::new('--latency', '--latency', [CompletionResultType]::ParameterName, 'Time an answer takes: fixed, or fixed+jitter')
            [CompletionResult]::new('--read-latency', '--read-latency', [CompletionResultType]::ParameterName, 'Time an answer takes to whoever only asks (reports, look-ups, balance), if not the same')
            [CompletionResult]::new('--report-delay', '--report-delay', [CompletionResultType]::ParameterName, 'Time from acceptance to the final report')
            [CompletionResult]::new('--http-429', '--http-429', [CompletionResultType]::ParameterName, 'Answer 429 to a share of submissions, or to exactly these (#3,#7)')
            [CompletionResult]::new('--http-503', '--http-503', [CompletionResultType]::ParameterName, 'Answer 503 to these submissions')
            [CompletionResult]::new('--hang', '--hang', [CompletionResultType]::ParameterName, 'Take these submissions and never answer')
            [CompletionResult]::new('--reset', '--reset', [CompletionResultType]::ParameterName, 'Take these submissions, then reset the connection')
            [CompletionResult]::new('--reset-before', '--reset-before', [CompletionResultType]::ParameterName, 'Reset the connection of these submissions without taking them')
            [CompletionResult]::new('--early', '--early', [CompletionResultType]::ParameterName, 'Report on these submissions before they are answered')
            [CompletionResult]::new('--lost', '--lost', [CompletionResultType]::ParameterName, 'Share of reports that never show in polls')
            [CompletionResult]::new('--repeat', '--repeat', [CompletionResultType]::ParameterName, 'Share of reports that come twice')
            [CompletionResult]::new('--balance', '--balance', [CompletionResultType]::ParameterName, 'Cash to begin with, in won; without it nothing is charged')
            [CompletionResult]::new('--sender', '--sender', [CompletionResultType]::ParameterName, 'Registered sender number; may be repeated; without it any is registered')
            [CompletionResult]::new('--pay-decline', '--pay-decline', [CompletionResultType]::ParameterName, 'Decline these payments')
            [CompletionResult]::new('--pay-error', '--pay-error', [CompletionResultType]::ParameterName, 'Answer 500 to these payments, nothing booked')
            [CompletionResult]::new('--pay-error-after', '--pay-error-after', [CompletionResultType]::ParameterName, 'Book these payments, then answer 500')
            [CompletionResult]::new('--pay-hang', '--pay-hang', [CompletionResultType]::ParameterName, 'Never answer these payments, nothing booked')
            [CompletionResult]::new('--pay-hang-after', '--pay-hang-after', [CompletionResultType]::ParameterName, 'Book these payments and never answer')
            [CompletionResult]::new('--pay-twice', '--pay-twice', [CompletionResultType]::ParameterName, 'Answer these payments twice: pending first, the outcome when asked again')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--forget-text', '--forget-text', [CompletionResultType]::ParameterName, 'Do not keep texts, to save memory')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;drill' {
            [CompletionResult]::new('--rounds', '--rounds', [CompletionResultType]::ParameterName, 'How often a sender is killed')
            [CompletionResult]::new('--people', '--people', [CompletionResultType]::ParameterName, 'People of each campaign; there are as many campaigns as it takes')
            [CompletionResult]::new('--workers', '--workers', [CompletionResultType]::ParameterName, 'Sending processes: one is a foreground send, more are workers')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Seed of everything that chance decides; another one each time by default')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'Limit of Alimtalk; that of texts is a fifth')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('--points', '--points', [CompletionResultType]::ParameterName, 'Kill at each named point in the code, too; needs a build with the feature `failpoints`')
            [CompletionResult]::new('--keep', '--keep', [CompletionResultType]::ParameterName, 'Leave the folder, to look at')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;util' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Write the man pages into a folder')
            [CompletionResult]::new('reference', 'reference', [CompletionResultType]::ParameterValue, 'Print the reference of all commands as Markdown')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;util;completions' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;util;man' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;util;reference' {
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file [env: MSGCTL_CONFIG]')
            [CompletionResult]::new('--database', '--database', [CompletionResultType]::ParameterName, 'Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-file', '--log-file', [CompletionResultType]::ParameterName, 'Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but results, warnings and errors [env: MSGCTL_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]')
            [CompletionResult]::new('--no-progress', '--no-progress', [CompletionResultType]::ParameterName, 'Draw no progress [env: MSGCTL_NO_PROGRESS]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'msgctl;util;help' {
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Write the man pages into a folder')
            [CompletionResult]::new('reference', 'reference', [CompletionResultType]::ParameterValue, 'Print the reference of all commands as Markdown')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;util;help;completions' {
            break
        }
        'msgctl;util;help;man' {
            break
        }
        'msgctl;util;help;reference' {
            break
        }
        'msgctl;util;help;help' {
            break
        }
        'msgctl;help' {
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Set up a folder: configuration, key, database')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Show all of it in twenty seconds: set up, import, plan, send, account')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check everything that sending depends on')
            [CompletionResult]::new('site', 'site', [CompletionResultType]::ParameterValue, 'Add, list, show and change sites; keep their allow-lists')
            [CompletionResult]::new('recipients', 'recipients', [CompletionResultType]::ParameterValue, 'Import, pull, list, show, export and erase people')
            [CompletionResult]::new('suppress', 'suppress', [CompletionResultType]::ParameterValue, 'Keep numbers from being written to')
            [CompletionResult]::new('template', 'template', [CompletionResultType]::ParameterValue, 'Write, check and look at message templates')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send to many people, each once, within every limit')
            [CompletionResult]::new('campaign', 'campaign', [CompletionResultType]::ParameterValue, 'List, show, approve, pause, resume and cancel campaigns; try what failed again; prove what was sent')
            [CompletionResult]::new('schedule', 'schedule', [CompletionResultType]::ParameterValue, 'List, pause, resume and remove sends that come again and again (`send --every`)')
            [CompletionResult]::new('message', 'message', [CompletionResultType]::ParameterValue, 'List, show and explain messages; decide about those in doubt')
            [CompletionResult]::new('notice', 'notice', [CompletionResultType]::ParameterValue, 'Show what operators and sites were told, and tell what is due')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Fetch reports from the providers, and tell sites what failed')
            [CompletionResult]::new('worker', 'worker', [CompletionResultType]::ParameterValue, 'Send what is due of all campaigns until told to stop: detached, scheduled and recurring sends, retries, reports')
            [CompletionResult]::new('stats', 'stats', [CompletionResultType]::ParameterValue, 'Show how much was delivered, failed, is open, and what it cost')
            [CompletionResult]::new('credits', 'credits', [CompletionResultType]::ParameterValue, 'Top up, give back, look at and prove the prepaid credits of sites')
            [CompletionResult]::new('price', 'price', [CompletionResultType]::ParameterValue, 'Keep price books: what a delivered message costs a site')
            [CompletionResult]::new('settle', 'settle', [CompletionResultType]::ParameterValue, 'Settle a month: a bill for each line, as a draft that can be made anew until the month is closed')
            [CompletionResult]::new('customer', 'customer', [CompletionResultType]::ParameterValue, 'Add, import, list and show the customers of lines')
            [CompletionResult]::new('plan', 'plan', [CompletionResultType]::ParameterValue, 'Add, import and list plans')
            [CompletionResult]::new('vas', 'vas', [CompletionResultType]::ParameterValue, 'Add, import and list added services')
            [CompletionResult]::new('line', 'line', [CompletionResultType]::ParameterValue, 'Activate, change, suspend and end lines; import them with their history, payments and use')
            [CompletionResult]::new('number', 'number', [CompletionResultType]::ParameterValue, 'Keep the pool of telephone numbers')
            [CompletionResult]::new('rate', 'rate', [CompletionResultType]::ParameterValue, 'Audit the limits')
            [CompletionResult]::new('codes', 'codes', [CompletionResultType]::ParameterValue, 'List and explain the result codes of providers')
            [CompletionResult]::new('crypto', 'crypto', [CompletionResultType]::ParameterValue, 'Look at the keys of personal data, and change them')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Look at the audit trail')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show and check the configuration')
            [CompletionResult]::new('db', 'db', [CompletionResultType]::ParameterValue, 'Make, migrate and look at the database')
            [CompletionResult]::new('sim', 'sim', [CompletionResultType]::ParameterValue, 'Run a provider simulator that speaks SOLAPI''s API')
            [CompletionResult]::new('drill', 'drill', [CompletionResultType]::ParameterValue, 'Kill senders again and again, then prove that nobody was written to twice and nobody forgotten')
            [CompletionResult]::new('util', 'util', [CompletionResultType]::ParameterValue, 'Generate completions, man pages and the reference')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'msgctl;help;init' {
            break
        }
        'msgctl;help;demo' {
            break
        }
        'msgctl;help;doctor' {
            break
        }
        'msgctl;help;site' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a site')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the sites')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one site')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a site')
            [CompletionResult]::new('allow', 'allow', [CompletionResultType]::ParameterValue, 'Keep the allow-list of a site in trial')
            break
        }
        'msgctl;help;site;add' {
            break
        }
        'msgctl;help;site;list' {
            break
        }
        'msgctl;help;site;show' {
            break
        }
        'msgctl;help;site;set' {
            break
        }
        'msgctl;help;site;allow' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add receivers to the allow-list of a site')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take receivers off the allow-list of a site')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the allow-list of a site')
            break
        }
        'msgctl;help;site;allow;add' {
            break
        }
        'msgctl;help;site;allow;remove' {
            break
        }
        'msgctl;help;site;allow;list' {
            break
        }
        'msgctl;help;recipients' {
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import people from a CSV file')
            [CompletionResult]::new('pull', 'pull', [CompletionResultType]::ParameterValue, 'Pull the people of an age group out of your own database')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the people of a site or of one of its lists')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one person: consents, lists, suppressions, number of messages')
            [CompletionResult]::new('lists', 'lists', [CompletionResultType]::ParameterValue, 'List the lists of a site')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export the people of a site or of one of its lists')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase people and every trace of their data')
            break
        }
        'msgctl;help;recipients;import' {
            break
        }
        'msgctl;help;recipients;pull' {
            break
        }
        'msgctl;help;recipients;list' {
            break
        }
        'msgctl;help;recipients;show' {
            break
        }
        'msgctl;help;recipients;lists' {
            break
        }
        'msgctl;help;recipients;export' {
            break
        }
        'msgctl;help;recipients;erase' {
            break
        }
        'msgctl;help;suppress' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add numbers that must not be written to')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove numbers from the suppressions')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Add the numbers of a file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the suppressions of a site')
            break
        }
        'msgctl;help;suppress;add' {
            break
        }
        'msgctl;help;suppress;remove' {
            break
        }
        'msgctl;help;suppress;import' {
            break
        }
        'msgctl;help;suppress;list' {
            break
        }
        'msgctl;help;template' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a template')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Write a new version of a template')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the templates, each at its newest version')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a template, its newest version or one of the older')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Show a template filled in, as somebody would get it')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Say what is wrong with templates, or soon will be')
            break
        }
        'msgctl;help;template;add' {
            break
        }
        'msgctl;help;template;edit' {
            break
        }
        'msgctl;help;template;list' {
            break
        }
        'msgctl;help;template;show' {
            break
        }
        'msgctl;help;template;render' {
            break
        }
        'msgctl;help;template;lint' {
            break
        }
        'msgctl;help;send' {
            break
        }
        'msgctl;help;campaign' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the campaigns, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one campaign: plan, results, cost, why it is held')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Approve a campaign that somebody else planned')
            [CompletionResult]::new('pause', 'pause', [CompletionResultType]::ParameterValue, 'Pause a campaign: nothing more of it is handed over until it is resumed')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Go on with a campaign that was paused or interrupted, until it is finished')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Cancel a campaign: what has not been handed over never will be')
            [CompletionResult]::new('retry-failed', 'retry-failed', [CompletionResultType]::ParameterValue, 'Queue failed messages of a campaign once more')
            [CompletionResult]::new('evidence', 'evidence', [CompletionResultType]::ParameterValue, 'Write the proof of a campaign into one folder: text, plan, consents, receipts')
            break
        }
        'msgctl;help;campaign;list' {
            break
        }
        'msgctl;help;campaign;show' {
            break
        }
        'msgctl;help;campaign;approve' {
            break
        }
        'msgctl;help;campaign;pause' {
            break
        }
        'msgctl;help;campaign;resume' {
            break
        }
        'msgctl;help;campaign;cancel' {
            break
        }
        'msgctl;help;campaign;retry-failed' {
            break
        }
        'msgctl;help;campaign;evidence' {
            break
        }
        'msgctl;help;schedule' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List schedules with their next times and what came of the last ones')
            [CompletionResult]::new('pause', 'pause', [CompletionResultType]::ParameterValue, 'Pause a schedule')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Let a paused schedule go on')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a schedule')
            break
        }
        'msgctl;help;schedule;list' {
            break
        }
        'msgctl;help;schedule;pause' {
            break
        }
        'msgctl;help;schedule;resume' {
            break
        }
        'msgctl;help;schedule;remove' {
            break
        }
        'msgctl;help;message' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the messages of a campaign, or those to one number')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one message and its text')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Explain how one message went: its way and why, every attempt, what each result made of it')
            [CompletionResult]::new('doubt', 'doubt', [CompletionResultType]::ParameterValue, 'List messages in doubt with the evidence, and decide about them where the provider does not')
            break
        }
        'msgctl;help;message;list' {
            break
        }
        'msgctl;help;message;show' {
            break
        }
        'msgctl;help;message;explain' {
            break
        }
        'msgctl;help;message;doubt' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List messages in doubt: since when, why, how often the provider was asked and when it is asked again')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Decide what became of a message in doubt, where you know it better than the provider says')
            break
        }
        'msgctl;help;message;doubt;list' {
            break
        }
        'msgctl;help;message;doubt;resolve' {
            break
        }
        'msgctl;help;notice' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show the last notices, the newest first: one line for each place that it goes to')
            [CompletionResult]::new('relay', 'relay', [CompletionResultType]::ParameterValue, 'Tell what is due: to the log, to the callbacks of sites, to the alert address')
            break
        }
        'msgctl;help;notice;list' {
            break
        }
        'msgctl;help;notice;relay' {
            break
        }
        'msgctl;help;report' {
            [CompletionResult]::new('daily', 'daily', [CompletionResultType]::ParameterValue, 'Tell each site what failed on a day: how many messages, and why')
            [CompletionResult]::new('poll', 'poll', [CompletionResultType]::ParameterValue, 'Fetch outstanding reports, record them, and send what follows from them')
            break
        }
        'msgctl;help;report;daily' {
            break
        }
        'msgctl;help;report;poll' {
            break
        }
        'msgctl;help;worker' {
            break
        }
        'msgctl;help;stats' {
            break
        }
        'msgctl;help;credits' {
            [CompletionResult]::new('topup', 'topup', [CompletionResultType]::ParameterValue, 'Book a payment of a site as credits')
            [CompletionResult]::new('auto', 'auto', [CompletionResultType]::ParameterValue, 'Top up by itself: show and set the rule of a site, charge what is wanted')
            [CompletionResult]::new('bonus', 'bonus', [CompletionResultType]::ParameterValue, 'Give a site credits as a present')
            [CompletionResult]::new('refund', 'refund', [CompletionResultType]::ParameterValue, 'Give back what a campaign was charged, in part or all of it')
            [CompletionResult]::new('cashout', 'cashout', [CompletionResultType]::ParameterValue, 'Pay credits out')
            [CompletionResult]::new('adjust', 'adjust', [CompletionResultType]::ParameterValue, 'Correct a site''s credit by hand, either way')
            [CompletionResult]::new('chargeback', 'chargeback', [CompletionResultType]::ParameterValue, 'Book a payment that the bank took back')
            [CompletionResult]::new('balance', 'balance', [CompletionResultType]::ParameterValue, 'Show what a site has, or every one that pays from credits')
            [CompletionResult]::new('estimate', 'estimate', [CompletionResultType]::ParameterValue, 'What a send would cost, and whether the credits suffice for it')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show what happened to a site''s credit, the newest first')
            [CompletionResult]::new('usage', 'usage', [CompletionResultType]::ParameterValue, 'Show what a site was charged for messages, the newest first')
            [CompletionResult]::new('holds', 'holds', [CompletionResultType]::ParameterValue, 'Show what campaigns have set aside, the newest first; release what has expired')
            [CompletionResult]::new('statement', 'statement', [CompletionResultType]::ParameterValue, 'Show a site''s statement of a month')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Prove the books: every promise about money, held against every row')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Go on with what was asked for and cut off')
            break
        }
        'msgctl;help;credits;topup' {
            break
        }
        'msgctl;help;credits;auto' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the rule of auto-charge of a site, and its last charges')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set the rule by which credits are topped up by themselves; it is off until --on')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Charge what is wanted and may be charged, ask about what was never answered, tell what is due: for cron')
            break
        }
        'msgctl;help;credits;auto;show' {
            break
        }
        'msgctl;help;credits;auto;set' {
            break
        }
        'msgctl;help;credits;auto;run' {
            break
        }
        'msgctl;help;credits;bonus' {
            break
        }
        'msgctl;help;credits;refund' {
            break
        }
        'msgctl;help;credits;cashout' {
            break
        }
        'msgctl;help;credits;adjust' {
            break
        }
        'msgctl;help;credits;chargeback' {
            break
        }
        'msgctl;help;credits;balance' {
            break
        }
        'msgctl;help;credits;estimate' {
            break
        }
        'msgctl;help;credits;history' {
            break
        }
        'msgctl;help;credits;usage' {
            break
        }
        'msgctl;help;credits;holds' {
            break
        }
        'msgctl;help;credits;statement' {
            break
        }
        'msgctl;help;credits;verify' {
            break
        }
        'msgctl;help;credits;retry' {
            break
        }
        'msgctl;help;price' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List price books')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Write a price book: the prices that are named, the others as they are then')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Write a price book from a CSV file')
            break
        }
        'msgctl;help;price;list' {
            break
        }
        'msgctl;help;price;set' {
            break
        }
        'msgctl;help;price;import' {
            break
        }
        'msgctl;help;settle' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show where the settlement of a month stands')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the bill of a line and how each part of it was computed, or the statement of a site')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'List the lines whose bill the last draft changed, and the sites whose statement it changed')
            [CompletionResult]::new('adjust', 'adjust', [CompletionResultType]::ParameterValue, 'Correct the bill of a line: a credit note, or something that was forgotten')
            [CompletionResult]::new('reconcile', 'reconcile', [CompletionResultType]::ParameterValue, 'Hold a provider''s statement of a month against what was handed over to it')
            [CompletionResult]::new('rollover', 'rollover', [CompletionResultType]::ParameterValue, 'Make the month behind a closed one ready, and delete what old months no longer need')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write a settled month as files')
            [CompletionResult]::new('retry-parked', 'retry-parked', [CompletionResultType]::ParameterValue, 'Compute the lines that are parked once more, and no others')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'List the runs of a month, the latest first')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Compute every bill of a month twice, by two ways, and hold both against what is on record')
            break
        }
        'msgctl;help;settle;status' {
            break
        }
        'msgctl;help;settle;show' {
            break
        }
        'msgctl;help;settle;diff' {
            break
        }
        'msgctl;help;settle;adjust' {
            break
        }
        'msgctl;help;settle;reconcile' {
            break
        }
        'msgctl;help;settle;rollover' {
            break
        }
        'msgctl;help;settle;export' {
            break
        }
        'msgctl;help;settle;retry-parked' {
            break
        }
        'msgctl;help;settle;history' {
            break
        }
        'msgctl;help;settle;verify' {
            break
        }
        'msgctl;help;customer' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a customer, or change one')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import customers from a CSV file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List customers in the order of their codes')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a customer and their lines')
            break
        }
        'msgctl;help;customer;add' {
            break
        }
        'msgctl;help;customer;import' {
            break
        }
        'msgctl;help;customer;list' {
            break
        }
        'msgctl;help;customer;show' {
            break
        }
        'msgctl;help;plan' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a plan, or a version of one that holds from a day on')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import plans from a CSV file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the plans with all their versions')
            break
        }
        'msgctl;help;plan;add' {
            break
        }
        'msgctl;help;plan;import' {
            break
        }
        'msgctl;help;plan;list' {
            break
        }
        'msgctl;help;vas' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an added service, or a version of one that holds from a day on')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import added services from a CSV file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the added services with all their versions')
            break
        }
        'msgctl;help;vas;add' {
            break
        }
        'msgctl;help;vas;import' {
            break
        }
        'msgctl;help;vas;list' {
            break
        }
        'msgctl;help;line' {
            [CompletionResult]::new('activate', 'activate', [CompletionResultType]::ParameterValue, 'Activate a new line of a customer')
            [CompletionResult]::new('change-plan', 'change-plan', [CompletionResultType]::ParameterValue, 'Change the plan of a line from a day on')
            [CompletionResult]::new('suspend', 'suspend', [CompletionResultType]::ParameterValue, 'Suspend a line, or take that back with --off; its fees go on')
            [CompletionResult]::new('terminate', 'terminate', [CompletionResultType]::ParameterValue, 'End a line')
            [CompletionResult]::new('add-vas', 'add-vas', [CompletionResultType]::ParameterValue, 'Give a line an added service')
            [CompletionResult]::new('remove-vas', 'remove-vas', [CompletionResultType]::ParameterValue, 'End an added service of a line')
            [CompletionResult]::new('add-discount', 'add-discount', [CompletionResultType]::ParameterValue, 'Give a line a discount')
            [CompletionResult]::new('micro-payment', 'micro-payment', [CompletionResultType]::ParameterValue, 'Record a micro payment of a line, or one that was given back')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List lines in the order of their codes')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a line with its plans, services, discounts, payments and use')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import lines from a CSV file')
            [CompletionResult]::new('import-plans', 'import-plans', [CompletionResultType]::ParameterValue, 'Import which plan lines had when')
            [CompletionResult]::new('import-vas', 'import-vas', [CompletionResultType]::ParameterValue, 'Import which added services lines had when')
            [CompletionResult]::new('import-discounts', 'import-discounts', [CompletionResultType]::ParameterValue, 'Import which discounts lines had when')
            [CompletionResult]::new('import-payments', 'import-payments', [CompletionResultType]::ParameterValue, 'Import micro payments')
            [CompletionResult]::new('import-usage', 'import-usage', [CompletionResultType]::ParameterValue, 'Import what lines used in a month')
            break
        }
        'msgctl;help;line;activate' {
            break
        }
        'msgctl;help;line;change-plan' {
            break
        }
        'msgctl;help;line;suspend' {
            break
        }
        'msgctl;help;line;terminate' {
            break
        }
        'msgctl;help;line;add-vas' {
            break
        }
        'msgctl;help;line;remove-vas' {
            break
        }
        'msgctl;help;line;add-discount' {
            break
        }
        'msgctl;help;line;micro-payment' {
            break
        }
        'msgctl;help;line;list' {
            break
        }
        'msgctl;help;line;show' {
            break
        }
        'msgctl;help;line;import' {
            break
        }
        'msgctl;help;line;import-plans' {
            break
        }
        'msgctl;help;line;import-vas' {
            break
        }
        'msgctl;help;line;import-discounts' {
            break
        }
        'msgctl;help;line;import-payments' {
            break
        }
        'msgctl;help;line;import-usage' {
            break
        }
        'msgctl;help;number' {
            [CompletionResult]::new('pool', 'pool', [CompletionResultType]::ParameterValue, 'Add numbers to the pool and list it')
            break
        }
        'msgctl;help;number;pool' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add numbers to the pool')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the numbers of the pool: free, in use, or kept for who had them last')
            break
        }
        'msgctl;help;number;pool;add' {
            break
        }
        'msgctl;help;number;pool;list' {
            break
        }
        'msgctl;help;rate' {
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Prove from the calls on record that no limit was ever exceeded')
            break
        }
        'msgctl;help;rate;audit' {
            break
        }
        'msgctl;help;codes' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the result codes of providers and the class of each')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Say what a result code means and what follows from it')
            break
        }
        'msgctl;help;codes;list' {
            break
        }
        'msgctl;help;codes;explain' {
            break
        }
        'msgctl;help;crypto' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Count the records that each key sealed')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Add a key and seal every record with it')
            break
        }
        'msgctl;help;crypto;status' {
            break
        }
        'msgctl;help;crypto;rotate' {
            break
        }
        'msgctl;help;audit' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who revealed, exported or erased personal data and who approved campaigns, newest first')
            break
        }
        'msgctl;help;audit;list' {
            break
        }
        'msgctl;help;config' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print each value with where it came from')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check the configuration file')
            break
        }
        'msgctl;help;config;show' {
            break
        }
        'msgctl;help;config;check' {
            break
        }
        'msgctl;help;db' {
            [CompletionResult]::new('migrate', 'migrate', [CompletionResultType]::ParameterValue, 'Bring the database to this version''s schema, making it if it is missing')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'List the migrations and which of them have run')
            break
        }
        'msgctl;help;db;migrate' {
            break
        }
        'msgctl;help;db;status' {
            break
        }
        'msgctl;help;sim' {
            break
        }
        'msgctl;help;drill' {
            break
        }
        'msgctl;help;util' {
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Write the man pages into a folder')
            [CompletionResult]::new('reference', 'reference', [CompletionResultType]::ParameterValue, 'Print the reference of all commands as Markdown')
            break
        }
        'msgctl;help;util;completions' {
            break
        }
        'msgctl;help;util;man' {
            break
        }
        'msgctl;help;util;reference' {
            break
        }
        'msgctl;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
