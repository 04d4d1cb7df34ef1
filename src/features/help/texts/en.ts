import type { HelpTexts } from '../help-text';

export const texts: HelpTexts = {
  'what-is-cloud-assistant': {
    title: 'What is Cloud Assistant?',
    body: [
      'Cloud Assistant is the native service of ECS for operations and deployment, in a console and by API.',
      'It runs Bat, PowerShell or Shell commands on many instances at once, without a remote connection to any of them.',
    ],
  },
  'how-to-use': {
    title: 'How do I use Cloud Assistant?',
    body: [
      'By the console or by the API. Here: create a command, run it on instances, read the execution record.',
      'Each page shows the same call as an `aliyun` line to copy.',
    ],
  },
  'which-systems': {
    title: 'Which operating systems does Cloud Assistant support?',
    body: [
      'Windows: Windows Server 2008, 2012 and 2016.',
      'Unix-like: Ubuntu 12/14/16, CentOS 5/6/7, Debian 7/8/9, RedHat 5/6/7, SUSE Linux Enterprise Server 11/12, OpenSUSE, Aliyun Linux and CoreOS.',
      '- Instances made from public images of ECS have the agent.',
      '- For instances made from custom or marketplace images, first see that Cloud Assistant supports the system, then install the agent yourself.',
      'The console also accepts the releases that followed, since the service does.',
    ],
  },
  'how-many-commands': {
    title: 'How many commands can I keep?',
    body: [
      '100 to 10 000 in a region, depending on how you use ECS. The list of commands shows your quota; without another one it is {{commandQuota}}.',
    ],
  },
  'can-i-change-commands': {
    title: 'Can I change a command once it is created?',
    body: [
      'Its name and its description. So that periodic runs stay the same, the script, the timeout and the working directory cannot be changed.',
      'To change the script or the directory, copy the command and change the copy.',
    ],
  },
  permissions: {
    title: 'Do commands need permissions on the instance?',
    body: [
      'Yes. Cloud Assistant is installed and used as the administrator:',
      '- on Windows: administrator',
      '- on Linux: root',
      'On a real account the user also needs the permission of each action in Resource Access Management; the connection page shows the smallest policy.',
    ],
  },
  'many-instances': {
    title: 'Can a command run on several instances at once?',
    body: [
      'Yes: on at most {{perCall}} in one call, and {{runsPerDay}} runs a day in a region.',
      'For more instances this console sends several calls and shows them as one run, with a canary, pause and stop.',
    ],
  },
  'did-it-succeed': {
    title: 'How do I see whether a command succeeded?',
    body: [
      'Running a command is like running it after signing in: it succeeds only when what it needs is there. See the result in one of these ways:',
      '- the execution record in this console',
      '- DescribeInvocationResults',
      '- the log file on the instance:',
      '$ C:\\ProgramData\\aliyun\\assist\\${version}\\log\\aliyun_assist_main.log',
      '$ /usr/local/share/aliyun-assist/${version}/log/aliyun_assist_main.log',
      '`${version}` is the version of the agent there, for example 1.0.1.226.',
    ],
  },
  'create-a-command': {
    title: 'Create a command',
    body: [
      'A command is a script that is kept: Bat or PowerShell for Windows, Shell for Linux.',
      '- Give it a name and a description.',
      '- Choose the type and write or paste the script, for example:',
      '$ echo hello ECS!',
      '- Set the working directory. Without one Shell runs in /root, Bat and PowerShell where the agent’s process is, such as C:\\ProgramData\\aliyun\\assist\\$(version).',
      '- Set the timeout in seconds, {{timeout}} by default. When it is over the command is ended by force.',
      'After Base64 the script has at most {{content}}.',
    ],
  },
  'run-a-command': {
    title: 'Run a command',
    body: [
      'The instances have to be Running, have the agent, and be in a VPC. Bat and PowerShell run on Windows only, Shell on Linux only; the picker says beside each instance why it cannot be chosen.',
      '- Look at the script; if it is wrong, copy the command and change the copy.',
      '- Choose the instances.',
      '- Give values to the parameters. A value has no type; one that is not needed may be empty.',
      '- Run at once, or by a cron expression.',
      'The runs on several instances do not affect each other.',
    ],
  },
  'read-results': {
    title: 'Read results and status',
    body: [
      'A command may fail for lack of something it needs, a broken network, a mistake in the script, or because of the instance’s state. So look at the record after every run.',
      'The record shows each instance’s status and output. Finished means that the command ran to its end, not that it did what it should: read the output and the exit code.',
    ],
  },
  'manage-commands': {
    title: 'Rename, copy or delete a command',
    body: [
      '- Name and description can be changed at any time.',
      '- A copy is a new version: it keeps everything, and name, description, type, script, directory and timeout can be changed in it.',
      '- Delete what is no longer needed, one or several at once, so that the quota of {{commandQuota}} lasts. Records of earlier runs stay.',
    ],
  },
  'stop-a-command': {
    title: 'Stop a command',
    body: [
      'A run can be stopped while it is Running, and a periodic one at any time: on the record, choose the instances and stop. A periodic run does not fire again there; what is done already stays done.',
    ],
  },
  'schedule-a-command': {
    title: 'Run a command on a schedule',
    body: [
      'Choose On a schedule in the run sheet and enter a cron expression, or a preset. The console says it in words and lists the next fires in UTC and in local time.',
      'By the API: InvokeCommand with Timed=true and Frequency.',
      'A schedule goes on until you stop it.',
    ],
  },
  'install-the-agent': {
    title: 'Install the agent',
    body: [
      'Commands reach an instance through the agent. Instances from public images have it; for others choose Install on the instance’s page, or several at once in the list.',
      'An install by API takes effect with the next restart from the console or by RebootInstance; a restart inside the system does not do it. The console follows it until the first heartbeat.',
    ],
  },
  'see-events': {
    title: 'See system events',
    body: [
      'Pending events of all regions are counted in the top bar and listed under Events, the most urgent first, with what can be done about each.',
      'By the API:',
      '$ aliyun ecs DescribeInstancesFullStatus --RegionId <TheRegionId> --InstanceId.1 <YourInstanceId>',
    ],
  },
  'move-a-restart': {
    title: 'Move a planned restart',
    body: [
      'For events that plan a restart, such as a restart for system maintenance: choose Reschedule and a day and time. The latest time is {{rescheduleLead}} before the plan.',
      'You can also restart the instance yourself before the window ends: then the event is avoided. A restart inside the system does not count.',
    ],
  },
  'see-past-events': {
    title: 'See past events',
    body: [
      'All events of the past two months are under All events, to find the cause of a failure and to look back.',
      '$ aliyun ecs DescribeInstanceHistoryEvents --RegionId <TheRegionId> --InstanceId.1 <YourInstanceId>',
    ],
  },
  'be-notified': {
    title: 'Be notified of events',
    body: [
      'Every system event can be subscribed to through CloudMonitor, so that you hear of it when it happens.',
      '- Create a contact: mail, SMS, DingTalk robot.',
      '- Create a rule for ECS events: all, or only some, such as the beginning and the end of a performance impact.',
      '- Choose who is told, and by what.',
    ],
  },
  'be-fault-tolerant': {
    title: 'Be ready for failures',
    body: [
      'To make full use of auto-recovery and failover:',
      '- Let your core applications start with the system.',
      '- Let applications reconnect by themselves, for example to MySQL, SQL Server or Apache Tomcat.',
      '- Behind a load balancer, run several instances as a cluster: while one recovers the others serve.',
      '- Back up the data of local disks regularly.',
    ],
  },
  'create-instances-safely': {
    title: 'Create instances with success',
    body: [
      '- See with DescribeAvailableResource that the zone has stock, and that the vSwitch has enough private addresses.',
      '- Create the instances: RunInstances.',
      '- Follow them with DescribeInstanceStatus or DescribeInstances until they are Running.',
      '- If one stays Pending for long, see with DescribeInstanceHistoryEvents whether its creation failed.',
      'Create instances in this console does all four.',
    ],
  },
  'watch-an-instance': {
    title: 'Monitor an instance',
    body: [
      'Open the instance and its Monitoring tab. The shorter the time shown, the finer the values: over 5 minutes and over 15 minutes the averages differ.',
      'On the instance itself: Task Manager on Windows; on Linux run `top` and press Shift+P to sort by CPU.',
      'Memory, load and other host metrics need the plug-in of CloudMonitor.',
    ],
  },
  'see-health': {
    title: 'See an instance’s health',
    body: [
      'At the top right of the instance’s page, in the list of instances, or for the region under Health.',
      '$ aliyun ecs DescribeInstancesFullStatus --RegionId <TheRegionId> --output cols=HealthStatus',
    ],
  },
  'cloud-assistant': {
    title: 'Cloud Assistant',
    body: [
      'The service that carries out daily maintenance on ECS and ECS Bare Metal instances, by itself and in batches. All regions have it. It never begins anything by itself: everything is under your control.',
      'What people use it for:',
      '- run scripts for automatic operations, and scripts that are on the instances',
      '- the life of software: install, update, remove',
      '- deploy code or applications',
      '- poll processes',
      '- install patches',
      '- fetch updates from OSS or a yum source',
      '- change host names or passwords',
    ],
  },
  agent: {
    title: 'Cloud Assistant agent',
    body: [
      'The light program on the instance through which every command runs: AliyunService on Windows, aliyun.service on Linux.',
    ],
  },
  command: {
    title: 'Command',
    body: ['What is to be run on instances, such as a Shell or a PowerShell script.'],
  },
  parameters: {
    title: 'Custom parameters',
    body: [
      'Values left open in a command, written as `{{key}}`, and given with each run as `{"key": "value"}`. As commands are limited in number, parameters make one serve many cases. At most {{parameters}} in a command.',
    ],
  },
  invocation: {
    title: 'Run (invocation)',
    body: ['One command run on one or more instances is one invocation.'],
  },
  'periodic-run': {
    title: 'Periodic run',
    body: ['A command that runs on one or more instances again and again, at times you set.'],
  },
  charges: {
    title: 'What it costs',
    body: ['Cloud Assistant is free. The ECS instances it runs on are charged.'],
  },
  'system-event': {
    title: 'System event',
    body: [
      'Something planned or unexpected that affects how an instance runs: a restart, stop or release because of maintenance, a violation, a failure of software or hardware, the end of a subscription or arrears.',
      'ECS tells you of planned ones beforehand, with their effect and time. Back up data and prepare the application meanwhile.',
    ],
  },
  'daily-maintenance': {
    title: 'Daily maintenance',
    body: [
      'ECS maintains its hosts and repairs hidden faults. An instance on a host at risk is moved to a healthy one while it runs. Nobody notices and nobody is notified: that is not a system event.',
    ],
  },
  'user-window': {
    title: 'User window',
    body: [
      'The time between the announcement of an event and its execution, in which you can act:',
      '| Event | Window |',
      '| System maintenance | {{maintenanceWindow}} |',
      '| Stop at the end of a subscription | {{expiryWindow}} |',
      '| Stop for arrears | usually under {{arrearsWindow}} |',
      'Instances stopped for payment are released {{releaseAfter}} later.',
      'Failures and violations have no such window.',
    ],
  },
  'execution-window': {
    title: 'Execution window',
    body: [
      'If you did not act before, the repair is usually done within {{executionWindow}} after the window of execution begins. You are told of the result.',
    ],
  },
  'auto-recovery': {
    title: 'Auto-recovery',
    body: [
      'When the host of an instance fails for good, the system restarts the instance on another host. Its metadata stay: ID, private and public addresses. The event is SystemFailure.Reboot and asks nothing of you.',
      '| Kind of event | Plan can be seen | You can act |',
      '| Auto-recovery | no | no |',
      '| Planned events | yes | yes |',
    ],
  },
  'creation-failure': {
    title: 'Creation failure',
    body: [
      'Stock and free private addresses change all the time. In rare cases an instance cannot be created for lack of them; then the event SystemFailure.Delete begins.',
      'The new instance is not listed any more; look for it among the events. What was paid is given back. You can:',
      '- wait: it is released after about {{autoRelease}}',
      '- release it yourself',
    ],
  },
  'performance-impact': {
    title: 'Performance impact',
    body: [
      'To avoid that a failing host takes instances down, ECS tries to maintain it while they run, by a live upgrade or a live migration. SystemMaintenance.PerformanceImpact says when that may affect an instance:',
      '| Status | Meaning |',
      '| Executing | it has begun: live migration begins |',
      '| Executed | it is over: live migration has ended |',
    ],
  },
  health: {
    title: 'Health',
    body: [
      'Health is not the state of the life of an instance, such as Pending, Running or Stopped. It is about unusual activity of the network, crashes of software and the use of hardware: an instance that runs may still be in bad health.',
    ],
  },
  'built-in-monitoring': {
    title: 'Built-in monitoring and CloudMonitor',
    body: [
      'The monitoring built into ECS has vCPU use, network traffic and disk I/O, one value a minute, and generally the public traffic only.',
      'CloudMonitor is finer, has public and internal traffic, host metrics by its plug-in, and alarms.',
    ],
  },
  units: {
    title: 'Bits, bytes and bandwidth',
    body: [
      'Computers count in bits, b. Eight bits make a byte, B: 1 B = 8 b. K, big or small, is a thousand: Kb is a thousand bits, KB a thousand bytes.',
      'kbps is a thousand bits each second. “4M of bandwidth” in full is 4 Mbps. With 1 Mbps out, a traffic of 1024 kbps is the full load.',
      'Bandwidth is not the speed of a download: 1 KB = 8 Kb, so 1 Mbps is 125 KB/s at best, and some of it is used by other programs, such as a remote connection: 100 to 110 KB/s are usual.',
    ],
  },
  'limits-of-cloud-assistant': {
    title: 'Limits of Cloud Assistant',
    body: [
      '- Install and use it as administrator: root on Linux, administrator on Windows.',
      '- {{commandQuota}} commands in a region.',
      '- {{runsPerDay}} runs a day in a region.',
      '- Periodic runs: at least {{minGap}} between two.',
      '- Script and parameter values together: {{content}} after Base64.',
      '- {{parameters}} custom parameters in a command.',
      '- {{perCall}} instances in one call.',
      '- The instance is Running, has the agent and is in a VPC.',
      '- Supported systems only.',
      'Quotas may grow with your use of ECS; DescribeAccountAttributes tells them, for runs under max-axt-invocation-daily.',
    ],
  },
  'limits-of-events': {
    title: 'Which instances have system events',
    body: [
      'All instance families except those no longer sold, such as sn2, sn1, t1, s1, s2, s3, m1, m2, c1, c2, c4, ce4, cm4, n1, n2, e3.',
    ],
  },
  'limits-of-recovery': {
    title: 'Limits of auto-recovery',
    body: [
      '- While an instance recovers you cannot restart it.',
      '- With local disks, it recovers only if the same host can restart; then the data stay. If the host cannot, the instance has to be moved to another one and the data of its local disks are lost. Ask support by a ticket.',
    ],
  },
  'record-states': {
    title: 'Status on one instance',
    body: [
      '| Status | API | Reason |',
      '| Running | Running | The command is being run. |',
      '| Stopped | Stopped | You stopped it while it ran. |',
      '| Finished | Finished | It ran to its end. That is not success: look at the output. |',
      '| Failed | Failed | It did not end within its timeout, for whatever reason. |',
    ],
  },
  'run-states': {
    title: 'Status of a whole run',
    body: [
      'A run has an overall status, one for each instance, and one for each record. A run that is not periodic has one record for each instance, so the last two are the same.',
      '| Overall | When |',
      '| Finished | all instances Finished; or some Finished and the others Stopped |',
      '| Failed | all instances Failed |',
      '| Stopped | all instances Stopped |',
      '| Running | all or some instances Running |',
      '| Partly failed | some instances Failed |',
    ],
  },
  'periodic-states': {
    title: 'Status of a periodic run',
    body: [
      'Overall it is Running until you stop it on all instances, and on each instance until you stop it there. Each fire has a record with a status of its own.',
    ],
  },
  'event-types': {
    title: 'Types of events',
    body: [
      '| Kind | Type | API |',
      '| Restart | for system maintenance | SystemMaintenance.Reboot |',
      '| Unexpected restart | system failure | SystemFailure.Reboot |',
      '| Unexpected restart | instance failure | InstanceFailure.Reboot |',
      '| Stop | end of a subscription | InstanceExpiration.Stop |',
      '| Stop | arrears | AccountUnbalanced.Stop |',
      '| Release | end of a subscription | InstanceExpiration.Delete |',
      '| Release | arrears | AccountUnbalanced.Delete |',
      '| Creation failure | lack of stock or addresses | SystemFailure.Delete |',
      '| Performance | online maintenance | SystemMaintenance.PerformanceImpact |',
    ],
  },
  'event-states': {
    title: 'States of events',
    body: [
      '| State | Kind | Reason |',
      '| Scheduled | on the way | It is announced, and not carried out yet. |',
      '| Avoided | final | You acted within the user window, and it does not happen. |',
      '| Executing | on the way | It is being carried out. |',
      '| Executed | final | It is done. |',
      '| Canceled | final | ECS took it back. |',
      '| Failed | final | It could not be carried out. |',
    ],
  },
  'event-advice': {
    title: 'What to do about each event',
    body: [
      '| Event | Effect | Advice |',
      '| Restart for system maintenance | It restarts at the planned time. | At a good time in the window restart it from the console or by RebootInstance, or move the restart; or switch traffic, take it out of the load balancer. Back up its disks by a snapshot as needed. |',
      '| Restart, system failure | The host failed; it answers again after a restart. | See that instance and application are well again; subscribe to events through MNS to switch traffic and fail over. |',
      '| Restart, instance failure | Its operating system crashed and restarts. | Look into the system log for the cause, so that it does not happen again; see that instance and application are well. |',
      '| Stop, end of a subscription | It will be stopped. | Renew it as needed, or wait. |',
      '| Stop, arrears | It will be stopped. | Keep enough in the account. |',
      '| Release, end of a subscription | It will be released. | Renew it as needed, or wait. |',
      '| Release, arrears | It will be released. | Keep enough in the account. |',
    ],
  },
  'creation-states': {
    title: 'States while an instance is created',
    body: [
      '| What happens | Instance | Event |',
      '| it is being created | Pending | not to be found |',
      '| creation fails | Stopped | Executing |',
      '| you released it | not to be found | Avoided |',
      '| the system released it | not to be found | Executed |',
    ],
  },
  'health-states': {
    title: 'Health states',
    body: [
      '| Health | API | Meaning | Colour |',
      '| OK | OK | The check was passed. | green |',
      '| Impaired | Impaired | Its performance is impaired. | red |',
      '| Warning | Warning | Its performance may suffer from maintenance or technical problems. | |',
      '| Maintaining | Maintaining | It is being maintained. | |',
      '| Initializing | Initializing | It is being initialised. | |',
      '| Insufficient data | InsufficientData | There are too few data to tell. | |',
      '| Not applicable | NotApplicable | Health does not apply to it. | |',
    ],
  },
  'record-errors': {
    title: 'Error codes of records',
    body: [
      'What the service says when a command did not run, or did not end, on an instance:',
      '@recordErrors',
    ],
  },
  'what-is-cron': {
    title: 'What is a cron expression?',
    body: [
      'A text that tells times: 6 or 7 fields with 5 or 6 blanks between, `X X X X X X X`. Several values in a field are set apart by commas. A field is a value, or has special characters.',
      'From the left: second, minute, hour, day of month, month, day of week, and year, which may be left out.',
    ],
  },
  'cron-time-zone': {
    title: 'Which clock do schedules follow?',
    body: [
      'UTC+0, as the clock of the instance’s system tells it: see that the instances’ time and zone are what you expect. The console shows each fire in UTC and in local time.',
      'A schedule has at least {{minGap}} between two fires.',
    ],
  },
  'cron-fields': {
    title: 'Fields of a cron expression',
    body: [
      '| Field | Needed | Values | Characters |',
      '| Second | yes | 0 to 59 | , - * / |',
      '| Minute | yes | 0 to 59 | , - * / |',
      '| Hour | yes | 0 to 23 | , - * / |',
      '| Day of month | yes | 1 to 31 | , - * / ? L W |',
      '| Month | yes | 1 to 12, or JAN to DEC | , - * / |',
      '| Day of week | yes | 1 to 7, or SUN to SAT; 1 is Sunday, 2 is Monday | , - * / ? L # |',
      '| Year | no | 1970 to 2099 | , - * / |',
    ],
  },
  'cron-characters': {
    title: 'Special characters of cron',
    body: [
      '| Character | Meaning | Example |',
      '| `*` | every value | in the month: each month; in the day of week: each day |',
      '| `,` | several values | minute `5,20`: at 5 and at 20 |',
      '| `-` | a range | minute `5-20`: each minute from 5 to 20 |',
      '| `/` | steps | minute `0/15`: from 0 every 15 minutes; `3/20`: from 3 every 20 |',
      '| `?` | no value; day of month and day of week only | when one of the two has a value, the other has to be `?` |',
      '| `L` | the last; day of month and day of week only | day of month: the last day of the month; day of week: Saturday; `6L`: the last Friday of the month |',
      '| `W` | the working day nearest to that date, within the month | `5W`: Friday the 4th if the 5th is a Saturday, Monday the 6th if it is a Sunday, else the 5th; `LW`: the last working day |',
      '| `#` | which day of week of the month | `4#2`: the second Wednesday |',
      'With `L` give no lists or ranges: they lead to wrong times.',
    ],
  },
  'cron-examples': {
    title: 'Examples of cron',
    body: [
      '| Expression | Runs |',
      '| `0 15 10 ? * *` | each day at 10:15 |',
      '| `0 15 10 * * ?` | each day at 10:15 |',
      '| `0 15 10 * * ? *` | each day at 10:15 |',
      '| `0 0 12 * * ?` | each day at 12:00 |',
      '| `0 0 10,14,16 * * ?` | each day at 10:00, 14:00 and 16:00 |',
      '| `0 0/30 9-17 * * ?` | each day from 9:00 to 17:00 every half hour |',
      '| `0 * 14 * * ?` | each day from 14:00 to 14:59 every minute |',
      '| `0 0-5 14 * * ?` | each day from 14:00 to 14:05 every minute |',
      '| `0 0/5 14 * * ?` | each day from 14:00 to 14:55 every 5 minutes |',
      '| `0 0/5 14,18 * * ?` | each day from 14:00 to 14:55 and from 18:00 to 18:55 every 5 minutes |',
      '| `0 0 12 ? * WED` | each Wednesday at 12:00 |',
      '| `0 15 10 ? * MON-FRI` | Monday to Friday at 10:15 |',
      '| `0 0 2 1 * ? *` | on the 1st of each month at 2:00 |',
      '| `0 15 10 15 * ?` | on the 15th of each month at 10:15 |',
      '| `0 15 10 L * ?` | on the last day of each month at 10:15 |',
      '| `0 15 10 ? * 6L` | on the last Friday of each month at 10:15 |',
      '| `0 15 10 ? * 6#3` | on the third Friday of each month at 10:15 |',
      '| `0 10,44 14 ? 3 WED` | each Wednesday in March at 14:10 and 14:44 |',
      '| `0 15 10 ? * 6L 2002-2005` | 2002 to 2005, on the last Friday of each month at 10:15 |',
      '| `0 15 10 * * ? 2005` | in 2005 each day at 10:15 |',
      '| `0 15 10 ? * 6L 2002-2006` | 2002 to 2006, on the last Friday of each month at 10:15 |',
      'All times are UTC.',
    ],
  },
  'vcpu-and-traffic': {
    title: 'What vCPU and network traffic mean',
    body: [
      'vCPU: the use of the instance’s vCPU in per cent. The higher, the heavier the load.',
      'Network traffic: in and out, in kbps. The built-in monitoring generally has the public traffic; CloudMonitor has public and internal traffic.',
    ],
  },
  'built-in-metrics': {
    title: 'Metrics of the built-in monitoring',
    body: [
      'One value a minute; by the API: DescribeInstanceMonitorData, DescribeDiskMonitorData, DescribeEniMonitorData.',
      '| Metric | Meaning | Unit |',
      '| Instance | its ID | |',
      '| vCPU | use of its vCPU | % |',
      '| Internal traffic in | received in the internal network | kbits |',
      '| Internal traffic out | sent in the internal network | kbits |',
      '| Internal bandwidth | traffic in a second | kbits/s |',
      '| Public traffic in | received from the internet | kbits |',
      '| Public traffic out | sent to the internet | kbits |',
      '| Public bandwidth | traffic in a second | kbits/s |',
      '| System disk reads | read operations a second | /s |',
      '| System disk writes | write operations a second | /s |',
      '| System disk read bandwidth | bytes read a second | Byte/s |',
      '| System disk write bandwidth | bytes written a second | Byte/s |',
    ],
  },
  'demo-and-live': {
    title: 'Demo and real account',
    body: [
      'The demo needs no account: the same signed requests are answered by an emulator in this browser, with a fleet of its own. It follows the manual; nothing leaves the browser and nothing costs anything.',
      'On a real account the service is that of today:',
      '| | Manual, demo | Today |',
      '| Script after Base64 | {{manualContent}} | {{todayContent}} |',
      '| Timeout by default | {{manualTimeout}} | {{todayTimeout}} |',
      '| Instances in one call | {{manualPerCall}} | {{todayPerCall}} |',
      '| Commands in a region | {{manualCommands}} | {{todayCommands}}, or as your quota says |',
      'In the demo Shell scripts really run, each instance in a sandbox of its own; PowerShell and Bat run in a small interpreter that says what it cannot run.',
    ],
  },
  'why-disabled': {
    title: 'Why can an instance not be chosen?',
    body: [
      'Beside each instance stands the first reason:',
      '- it is not Running: start it',
      '- it has no agent, or the agent does not answer: install it, or see its log',
      '- Bat and PowerShell run on Windows, Shell on Linux',
      '- it is in the classic network: Cloud Assistant needs a VPC (not on accounts of today)',
      '- Cloud Assistant does not support its system',
    ],
  },
};
