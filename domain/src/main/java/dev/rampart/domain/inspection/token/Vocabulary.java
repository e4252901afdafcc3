package dev.rampart.domain.inspection.token;

import java.util.List;

/**
 * The words of the grammars, lower case. A word alone is no evidence: it only says how a token may
 * be read.
 */
public final class Vocabulary {

  /** Words that count wherever they stand. */
  static final WordTable ANYWHERE = new WordTable();

  /** Names after {@code <}. */
  static final WordTable TAGS = new WordTable();

  /** Names of programs, where a command may start. */
  static final WordTable COMMANDS = new WordTable();

  /** PowerShell's names of two words, where a command may start. */
  static final WordTable CMDLETS = new WordTable();

  /** Words of a shell that another command follows. */
  static final WordTable COMMAND_PREFIXES = new WordTable();

  /** Attributes that hold code. */
  static final WordTable EVENTS = new WordTable();

  /** Operators after {@code $}. */
  static final WordTable MONGO = new WordTable();

  /** The words of all tables that name something. */
  private static final WordTable KNOWN = new WordTable();

  static {
    sql();
    script();
    shell();
    paths();
    others();
    tags();
    events();
    commands();
    powershell();
    objects();
    formulas();
    graphs();
    MONGO.put(
        TokenKind.MONGO,
        """
        eq ne gt gte lt lte in nin and or not nor exists type expr regex text where mod all size
        elemmatch slice comment rand natural jsonschema geowithin geointersects near nearsphere
        options set unset inc push pull rename lookup match group project function accumulator
        """);
    for (WordTable table : List.of(ANYWHERE, TAGS, COMMANDS, CMDLETS, EVENTS, MONGO)) {
      KNOWN.putAll(table);
    }
  }

  private Vocabulary() {}

  /** Whether the word with this hash names something. */
  public static boolean isKnown(long hash) {
    return KNOWN.kind(hash) != 0;
  }

  private static void sql() {
    WordTable w = ANYWHERE;
    w.put(TokenKind.SELECT, "select");
    w.put(TokenKind.UNION, "union intersect except minus");
    w.put(TokenKind.FROM, "from");
    w.put(TokenKind.WHERE, "where");
    w.put(TokenKind.AND, "and");
    w.put(TokenKind.OR, "or xor");
    w.put(TokenKind.NOT, "not");
    w.put(TokenKind.LIKE, "like rlike regexp ilike similar sounds glob soundex");
    w.put(TokenKind.IN, "in");
    w.put(TokenKind.IS, "is");
    w.put(TokenKind.BETWEEN, "between");
    w.put(TokenKind.NULL, "null");
    w.put(TokenKind.TRUE, "true false");
    w.put(TokenKind.HAVING, "having");
    w.put(TokenKind.ORDER, "order");
    w.put(TokenKind.GROUP, "group");
    w.put(TokenKind.BY, "by");
    w.put(TokenKind.LIMIT, "limit offset fetch");
    w.put(TokenKind.INTO, "into");
    w.put(TokenKind.OUTFILE, "outfile dumpfile infile");
    w.put(TokenKind.ALL, "all distinct distinctrow");
    w.put(TokenKind.AS, "as");
    w.put(TokenKind.CASE, "case");
    w.put(TokenKind.WHEN, "when");
    w.put(TokenKind.THEN, "then else");
    w.put(TokenKind.END_WORD, "end");
    w.put(TokenKind.EXISTS, "exists any some");
    w.put(TokenKind.IF, "if iif");
    w.put(TokenKind.SET, "set");
    w.put(TokenKind.VALUES, "values value");
    w.put(
        TokenKind.TABLE,
        "table tables database databases schema schemas column columns view index");
    w.put(TokenKind.INSERT, "insert replace");
    w.put(TokenKind.UPDATE, "update");
    w.put(TokenKind.DELETE, "delete truncate");
    w.put(TokenKind.DROP, "drop");
    w.put(TokenKind.CREATE, "create alter rename");
    w.put(TokenKind.EXEC, "exec execute");
    w.put(TokenKind.DECLARE, "declare");
    w.put(TokenKind.WAITFOR, "waitfor");
    w.put(TokenKind.DELAY, "delay");
    w.put(TokenKind.JOIN, "join");
    w.put(TokenKind.PROCEDURE, "procedure");
    w.put(TokenKind.ASC, "asc desc");
    w.put(
        TokenKind.SQL_VERB,
        "grant revoke shutdown show describe explain merge call prepare deallocate handler"
            + " backup restore attach pragma vacuum analyze begin commit rollback savepoint"
            + " kill reset load copy print use bulk");
    w.put(TokenKind.DO, "do");
    w.put(TokenKind.DETACH, "detach");
    w.put(
        TokenKind.SQL_TIME,
        "sleep pg_sleep benchmark dbms_lock generate_series randomblob receive_message"
            + " pg_sleep_for pg_sleep_until regexp_substring");
    w.put(
        TokenKind.SQL_FUNCTION,
        """
        ascii ord hex unhex mid substr substring substring_index lcase ucase ltrim rtrim lpad
        rpad concat concat_ws group_concat string_agg listagg wm_concat xmlagg array_agg ifnull
        isnull nullif coalesce nvl nvl2 decode extractvalue updatexml xmltype xmlelement
        json_extract json_keys json_value json_query to_char to_number to_date chr char nchar
        charindex patindex position locate instr reverse stuff quotename md5 sha1 sha2 crypt
        aes_encrypt aes_decrypt des_encrypt des_decrypt compress uncompress encode crc32
        to_base64 from_base64 load_file lo_import lo_export pg_read_file pg_ls_dir load_extension
        current_user session_user system_user current_database current_schema current_setting
        database_to_xml table_to_xml query_to_xml user_name db_name host_name suser_name suser_sname
        has_dbaccess is_srvrolemember is_member object_id object_name col_name col_length
        serverproperty databasepropertyex connection_id last_insert_id row_count found_rows
        version_compile_os floor rand count sum avg elt make_set export_set procedure_analyse
        name_const geometrycollection polygon multipoint multipolygon linestring multilinestring
        st_latfromgeohash st_longfromgeohash gtid_subset gtid_subtract bit_xor bit_and bit_or
        row_number dense_rank openrowset openquery opendatasource fn_listextendedproperty
        sqlite_version sqlite_source_id sqlite_compileoption_used sqlite_compileoption_get likelihood
        unlikely likely typeof zeroblob quote rawtohex utl_raw cast convert try_convert try_cast
        regexp_like regexp_replace regexp_substr strcmp bit_length octet_length char_length
        character_length unicode conv lower upper length len left right trim repeat replicate
        pow power sqrt abs ceil ceiling round sign mod exp greatest least format space
        """);
    w.put(
        TokenKind.SQL_FUNCTION_WORD,
        "version user database now curdate sysdate getdate newid uuid pi");
    w.put(
        TokenKind.SQL_CATALOGUE,
        """
        information_schema sysobjects syscolumns sysdatabases sysusers sysprocesses syslogins
        msysaccessobjects msysaces msysqueries msysobjects sqlite_master sqlite_temp_master
        sqlite_schema pg_catalog pg_user pg_shadow pg_class pg_database pg_tables pg_group pg_proc
        pg_attribute pg_roles pg_namespace pg_stat_activity all_tables all_users all_tab_columns
        user_tables user_tab_columns user_objects user_constraints dba_users dba_tables
        sysibm systables syscat sysmaster domains rdb mysql sys sysadm table_name table_schema
        column_name schema_name schemata table_constraints dual
        current_catalog password_hash user_password syspasswords
        """);
    w.put(
        TokenKind.SQL_PROCEDURE,
        """
        xp_cmdshell xp_regread xp_regwrite xp_dirtree xp_fileexist xp_enumerrorlogs xp_availablemedia
        xp_enumdsn xp_filelist xp_loginconfig xp_makecab xp_ntsec_enumdomains xp_terminate_process
        xp_servicecontrol sp_password sp_executesql sp_configure sp_makewebtask sp_addextendedproc
        sp_oacreate sp_oamethod sp_addlogin sp_addsrvrolemember sp_help sp_who sp_addlinkedserver
        utl_inaddr utl_http utl_file utl_smtp utl_tcp dbms_pipe dbms_xmlgen dbms_java dbms_output
        dbms_ldap dbms_utility dbms_xslprocessor dbms_xmlquery ctxsys drithsx httpuritype hextoraw
        get_host_address sqlid_to_sqlhash sysibmadm snapagent analyse
        """);
    w.put(
        TokenKind.SQL_TYPE,
        "int integer bigint smallint varchar varchar2 nvarchar numeric decimal float signed"
            + " unsigned binary varbinary bit boolean jsonb json bytea clob blob cursor regclass");
  }

  private static void script() {
    WordTable w = ANYWHERE;
    w.put(TokenKind.JS_DIALOG, "alert prompt confirm");
    w.put(
        TokenKind.JS_EVAL,
        "eval settimeout setinterval setimmediate execscript fromcharcode atob btoa unescape"
            + " decodeuri decodeuricomponent expression createelement appendchild"
            + " insertadjacenthtml getscript importscripts xmlhttprequest activexobject sendbeacon"
            + " writeln getelementbyid getelementsbytagname queryselector addeventlistener fetch"
            + " createcontextualfragment showmodaldialog showmodelessdialog");
    w.put(
        TokenKind.JS_OBJECT,
        "document window self top parent frames globalthis navigator location history localstorage"
            + " sessionstorage console");
    w.put(
        TokenKind.JS_MEMBER,
        "cookie domain innerhtml outerhtml innertext textcontent srcdoc documentelement defaultview"
            + " contentwindow contentdocument constructor concat tostring valueof write referrer"
            + " baseuri documenturi hash source href onerror execcommand");
    w.put(
        TokenKind.JS_WORD,
        "var let const new throw typeof void async await import delete instanceof");
    w.put(TokenKind.FUNCTION, "function");
    w.put(TokenKind.RETURN, "return");
    w.put(TokenKind.THIS, "this");
    w.put(TokenKind.SCRIPT_SCHEME, "javascript vbscript livescript jscript mocha ecmascript");
    w.put(TokenKind.DATA_SCHEME, "data");
    w.put(TokenKind.CSS, "behavior behaviour moz-binding expression");
    w.put(
        TokenKind.URL_ATTRIBUTE,
        "src href action formaction xlink background lowsrc dynsrc poster codebase classid srcset"
            + " attributename http-equiv manifest ping");
    w.put(TokenKind.STYLE, "style");
  }

  private static void shell() {
    WordTable w = ANYWHERE;
    w.put(
        TokenKind.CODE_EXEC,
        "system passthru shell_exec popen proc_open pcntl_exec backticks execfile subprocess"
            + " check_output runtime getruntime processbuilder phpinfo exec_shell spawn execsync"
            + " spawnsync child_process phpversion preg_replace create_function call_user_func"
            + " file_get_contents file_put_contents fopen readfile include_once require_once"
            + " invoke-expression invoke-webrequest downloadstring popen2 popen3 execl execv execve"
            + " execvp invokeexpression wscript scriptengine scriptenginemanager assert");
    w.put(TokenKind.PHP, "php");
    w.put(TokenKind.BATCH, "exist equ neq lss leq gtr geq defined");
    w.put(
        TokenKind.SHELL_WORD,
        "ifs comspec systemroot systemdrive windir errorlevel random delims allusersprofile");
  }

  private static void paths() {
    WordTable w = ANYWHERE;
    w.put(TokenKind.PATH_ROOT, "etc proc dev root sbin boot sys private");
    w.put(TokenKind.PATH_PLACE, "usr var opt tmp home srv mnt lib");
    w.put(TokenKind.PATH_INF, "inf");
    w.put(TokenKind.BIN, "bin");
    w.put(
        TokenKind.PATH_SECRET,
        """
        passwd shadow gshadow sudoers htpasswd htaccess id_rsa id_dsa id_ecdsa id_ed25519
        authorized_keys known_hosts environ cmdline inetd vsftpd proftpd web-inf meta-inf webinf
        bash_history mysql_history psql_history sh_history zsh_history bash_profile netrc npmrc pgpass
        aws_credentials wp-config localstart iissamples msadc sshd_config ssh_config gitconfig mtab
        resolv serviceaccount kubeconfig etcpasswd etcshadow etcgroup etchosts bootini winntwinini
        windowswinini
        """);
    w.put(
        TokenKind.PATH_CONFIG,
        """
        fstab crontab httpd apache apache2 nginx lighttpd tomcat hosts issue motd group profile
        bashrc zshrc configuration global inputrc services hostname networks aliases exports samba smb
        snmp ssh ssl xinetd rsyslog syslog logrotate svn git hg cvs
        """);
    w.put(
        TokenKind.PATH_WINDOWS,
        "windows winnt system32 system boot.ini win repair sam inetpub wwwroot autoexec ntuser"
            + " inetsrv pagefile swapfile windir syswow64 panther unattend");
    w.put(
        TokenKind.PATH_DESKTOP,
        "drivers program programdata users documents settings config cmd logfiles xampp wamp"
            + " desktop ini bat");
    w.put(
        TokenKind.PATH_LOG,
        "log logs access_log error_log access error auth_log messages secure maillog lastlog wtmp"
            + " utmp btmp faillog adm cron mail news conf cnf cfg");
  }

  private static void others() {
    WordTable w = ANYWHERE;
    w.put(TokenKind.WEB_SCHEME, "http https ftp ftps ws wss");
    w.put(
        TokenKind.ODD_SCHEME,
        "gopher dict file jar phar expect glob zip ogg rar ldap ldaps ldapi rmi iiop corba nis tftp"
            + " sftp ssh2 netdoc smb telnet svn imap pop3 local_file wrap compress.zlib"
            + " cloudsql jdbc view-source firefoxurl dns ldap3 classpath");
    w.put(
        TokenKind.LOCAL_HOST,
        "localhost localdomain localtest lvh nip xip sslip rbndr localtest.me ip6-localhost"
            + " spoofed");
    w.put(TokenKind.METADATA, "metadata latest meta-data user-data computemetadata instance opc");
    w.put(TokenKind.INTERNAL, "internal intranet corp local cluster svc");
    w.put(
        TokenKind.LDAP_ATTRIBUTE,
        "uid cn sn objectclass objectcategory userpassword mail ou dc samaccountname memberof"
            + " givenname telephonenumber homedirectory gidnumber uidnumber loginshell"
            + " distinguishedname userprincipalname admincount");
    w.put(TokenKind.EXTENSION, "exe com bat vbs ps1");
    w.put(TokenKind.JNDI, "jndi");
    w.put(
        TokenKind.JNDI_LOOKUP,
        "lower upper env date ctx marker bundle main sd k8s docker web map base64");
    w.put(
        TokenKind.DUNDER,
        """
        __class__ __base__ __bases__ __mro__ __subclasses__ __globals__ __builtins__ __init__
        __import__ __dict__ __getattribute__ __getitem__ __code__ __self__ __loader__ __name__
        __module__ __reduce__ __call__ __func__
        """);
    w.put(
        TokenKind.TEMPLATE_WORD,
        "request config session application self lipsum cycler joiner namespace attr _self loop"
            + " settings handler range dump app freemarker velocity smarty twig jinja jinja2 mako"
            + " registerundefinedfiltercallback getfilter objectconstructor execute jinjava assign"
            + " foreach include extends macro block endfor endif raw endraw render erb");
    w.put(
        TokenKind.JAVA_WORD,
        "java javax lang getclass forname getmethod invoke classloader getclassloader newinstance"
            + " getdeclaredmethod springframework ognl memberaccess beans context class"
            + " applicationscope sessionscope requestscope param facescontext getenv getproperty"
            + " ioutils scanner inputstream getinputstream toarray");
    w.put(TokenKind.ENTITY, "entity notation attlist element");
    w.put(TokenKind.DOCTYPE, "doctype");
    w.put(TokenKind.SYSTEM, "public sysid");
    w.put(TokenKind.CDATA, "cdata");
    w.put(TokenKind.XML, "xml");
    w.put(TokenKind.PROTO, "__proto__ prototype __definegetter__ __definesetter__");
    w.put(
        TokenKind.HEADER,
        "location content transfer cookie referer refresh forwarded authorization status proxy"
            + " www rcpt bcc cc");
    w.put(TokenKind.INCLUDE, "xinclude xi stylesheet");
  }

  private static void tags() {
    WordTable w = TAGS;
    w.put(TokenKind.SCRIPT_TAG, "script");
    w.put(
        TokenKind.ACTIVE_TAG,
        "iframe object embed applet meta base link svg math form frameset frame isindex bgsound"
            + " layer ilayer body html xml xss input button video audio source track textarea"
            + " select keygen marquee details animate animatetransform animatemotion set image"
            + " foreignobject handler listener use style head title noscript template portal"
            + " vmlframe comment plaintext xmp listing noembed noframes import event-source"
            + " datalist menu menuitem param option optgroup dialog discard line rect circle"
            + " polygon path text script2");
    w.put(
        TokenKind.FORMATTING_TAG,
        "abbr b big blockquote br caption center cite code dd del dfn dl dt em h1 h2 h3 h4 h5 h6 hr"
            + " i ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td"
            + " tfoot th thead tr tt u ul var wbr");
    w.put(
        TokenKind.TAG,
        "a acronym address area article aside bdi bdo col colgroup data dir div fieldset figcaption"
            + " figure font footer header hgroup img label legend main map meter nav nobr output"
            + " picture progress rb rp rt rtc ruby section slot spacer summary time canvas");
  }

  private static void events() {
    EVENTS.put(
        TokenKind.EVENT,
        """
        onabort onactivate onafterprint onafterscriptexecute onafterupdate onanimationcancel
        onanimationend onanimationiteration onanimationstart onauxclick onbeforeactivate onbeforecopy
        onbeforecut onbeforedeactivate onbeforeeditfocus onbeforeinput onbeforematch onbeforepaste
        onbeforeprint onbeforescriptexecute onbeforetoggle onbeforeunload onbeforeupdate onbegin
        onblur onbounce oncancel oncanplay oncanplaythrough oncellchange onchange onclick onclose
        oncontentvisibilityautostatechange oncontextlost oncontextmenu oncontextrestored oncontrolselect
        oncopy oncuechange oncut ondataavailable ondatasetchanged ondatasetcomplete ondblclick
        ondeactivate ondevicemotion ondeviceorientation ondrag ondragdrop ondragend ondragenter
        ondragexit ondragleave ondragover ondragstart ondrop ondurationchange onemptied onend onended
        onerror onerrorupdate onfilterchange onfinish onfocus onfocusin onfocusout onformchange
        onformdata onforminput onfullscreenchange onfullscreenerror ongesturechange ongestureend
        ongesturestart ongotpointercapture onhashchange onhelp oninput oninvalid onkeydown onkeypress
        onkeyup onlanguagechange onlayoutcomplete onload onloadeddata onloadedmetadata onloadend
        onloadstart onlosecapture onlostpointercapture onmediacomplete onmediaerror onmessage
        onmessageerror onmousedown onmouseenter onmouseleave onmousemove onmouseout onmouseover
        onmouseup onmousewheel onmove onmoveend onmovestart onmozfullscreenchange
        onmozfullscreenerror onoffline ononline onorientationchange onoutofsync onpagehide onpagereveal
        onpageshow onpageswap onpaste onpause onplay onplaying onpointercancel onpointerdown
        onpointerenter onpointerleave onpointermove onpointerout onpointerover onpointerrawupdate
        onpointerup onpopstate onprogress onpropertychange onratechange onreadystatechange onredo
        onrejectionhandled onrepeat onreset onresize onresizeend onresizestart onresume onreverse
        onrowdelete onrowenter onrowexit onrowinserted onrowsdelete onrowsenter onrowsinserted
        onscroll onscrollend onscrollsnapchange onsearch onsecuritypolicyviolation onseek onseeked
        onseeking onselect onselectionchange onselectstart onshow onslotchange onstalled onstart onstop
        onstorage onsubmit onsuspend onsyncrestored ontimeerror ontimeupdate ontoggle ontouchcancel
        ontouchend ontouchmove ontouchstart ontrackchange ontransitioncancel ontransitionend
        ontransitionrun ontransitionstart onunhandledrejection onunload onundo onurlflip
        onvolumechange onwaiting onwebkitanimationend onwebkitanimationiteration
        onwebkitanimationstart onwebkitmouseforcechanged onwebkitmouseforcedown
        onwebkitmouseforceup onwebkitmouseforcewillbegin onwebkitplaybacktargetavailabilitychanged
        onwebkittransitionend onwebkitwillrevealbottom onwheel onzoom
        """);
  }

  private static void powershell() {
    CMDLETS.put(
        TokenKind.SHELL,
        """
        invoke-expression invoke-command invoke-webrequest invoke-restmethod invoke-item
        invoke-wmimethod invoke-cimmethod new-object new-item new-psdrive new-service new-localuser
        new-scheduledtask start-process start-job start-service start-bitstransfer stop-process
        stop-service get-content get-childitem get-process get-service get-item get-itemproperty
        get-command get-wmiobject get-ciminstance get-localuser get-credential get-variable set-content
        set-item set-alias set-variable set-executionpolicy set-itemproperty set-mppreference
        add-content add-type add-mppreference add-localgroupmember remove-item copy-item move-item
        out-file out-string import-module write-output write-host foreach-object where-object
        select-string select-object convertto-json convertto-securestring test-connection
        test-netconnection resolve-dnsname enter-pssession register-scheduledtask
        """);
    COMMANDS.put(TokenKind.SHELL, "iex irm iwr icm gcm gci gwmi saps sal ipmo pwsh");
    COMMAND_PREFIXES.put(
        TokenKind.SHELL,
        "exec eval command builtin nohup setsid sudo doas env xargs coproc time nice timeout"
            + " busybox stdbuf unshare chroot watch strace if elif then else do while until not");
  }

  private static void objects() {
    ANYWHERE.put(
        TokenKind.GADGET,
        """
        nd_func jdbcrowsetimpl templatesimpl annotationinvocationhandler invokertransformer
        chainedtransformer badattributevalueexpexception beancomparator methodclosure
        convertedclosure urlclassloader classpathxmlapplicationcontext
        filesystemxmlapplicationcontext propertypathfactorybean jndirefforwardingdatasource
        wrapperconnectionpooldatasource assemblyinstaller objectdataprovider windowsidentity
        sessionsecuritytoken psobject textformattingrunproperties typeconfusedelegate
        activitysurrogateselector pluginclassloader signedobject unicastremoteobject tarreader
        """);
    ANYWHERE.put(
        TokenKind.PICKLE_MODULE,
        "cos cposix cnt csubprocess c__builtin__ cbuiltins ccommands cpty cpickle");
  }

  private static void formulas() {
    ANYWHERE.put(
        TokenKind.FORMULA,
        "hyperlink webservice importxml importhtml importdata importfeed importrange image dde rtd"
            + " filterxml encodeurl");
  }

  private static void graphs() {
    ANYWHERE.put(TokenKind.GRAPH_SCHEMA, "__schema __type");
    ANYWHERE.put(TokenKind.GRAPH_MATCH, "match");
    ANYWHERE.put(TokenKind.GRAPH_YIELD, "yield");
    ANYWHERE.put(TokenKind.GRAPH_MUTATION, "mutation");
  }

  private static void commands() {
    COMMANDS.put(TokenKind.SHELL_CLOSE, "done fi esac");
    COMMANDS.put(TokenKind.SHELL_LOOP, "while until");
    COMMANDS.put(
        TokenKind.SHELL,
        "sh bash zsh ksh csh tcsh dash fish ash cmd command powershell python python2 python3 perl"
            + " ruby php node lua tclsh irb gdb busybox sudo su env xargs awk gawk mawk nawk sed"
            + " vim vi ex ed emacs nano eval exec builtin coproc doas source nohup setsid timeout"
            + " strace ltrace watch nice openssl socat nc ncat netcat telnet ssh scp sftp ftp tftp"
            + " wget curl fetch lynx w3m aria2c rsync msfconsole mshta rundll32 regsvr32 certutil"
            + " bitsadmin wscript cscript wmic");
    COMMANDS.put(
        TokenKind.ENGLISH_COMMAND,
        """
        more less who time date find sort cut join paste split head tail cat make go kill watch look
        sleep type start call test help top view mail at as set move copy color title where pause last
        touch screen script history clear service host hosts file tree wait true false yes fold expand
        column write talk finger strings expect cargo snap free reboot shutdown halt install logger
        rename path format print wall group groups users route locate which batch unset export
        stat tar dig
        """);
    COMMANDS.put(
        TokenKind.TOOL,
        """
        ss lsof journalctl systemctl uniq tr tee wc diff cmp comm grep egrep fgrep rg zgrep gzip
        gunzip zip unzip bzip2 bunzip2 xz unxz 7z zcat bzcat xzcat md5sum sha1sum sha256sum apt
        apt-get aptitude dpkg yum dnf rpm pacman apk brew pip pip3 npm npx yarn gem cmake gcc cc g++
        docker kubectl git svn hg mysqldump msbuild pandoc seq tmux
        """);
    COMMANDS.put(
        TokenKind.COMMAND,
        """
        sysinfo id ls whoami uname pwd ps killall pkill htop netstat ifconfig ipconfig ip arp
        traceroute tracert ping ping6 nslookup hostname hostid uptime w lastlog lastlogin useradd
        adduser userdel usermod groupadd passwd chpasswd chmod chown chgrp chattr lsattr mkdir rmdir
        rm mv cp ln dd df du mount umount fdisk lsblk mkfs fsck whereis whatis man tac nl od xxd
        hexdump rev 7za base32 base64 crontab initctl chkconfig init poweroff fuser dmesg vmstat
        iostat lscpu lspci lsusb modprobe insmod rmmod iptables nft ufw tcpdump nmap masscan hping3
        c99 c89 ld mysql psql sqlite3 mongo redis-cli ldapsearch stty tput alias unalias printenv
        echo printf cal jobs bg fg trap ulimit umask dir del xcopy robocopy ren attrib net netsh
        systeminfo tasklist taskkill schtasks sc reg ver vol assoc ftype cacls icacls takeown cls
        goto for rem findstr getmac nbtstat gpresult driverquery fsutil diskpart chkdsk sfc dism
        shred truncate mkfifo mknod logname nproc numfmt uconv iconv pic groff troff nroff ul agetty
        bcdboot bcdedit certreq cmdkey cmstp csc diskshadow dsquery esentutl extrac32 forfiles hh
        installutil makecab mavinject mmc msdt msiexec ntdsutil odbcconf pcalua pnputil psr regasm
        regedit regsvcs runas setx vssadmin wevtutil winrm wsl xwizard capsh cpulimit pidstat pexec
        pgrep slsh tbl tshark ionice stdbuf unshare chroot flock run-parts getent gcore gimp gtester
        hd iftop ispell jjs jrunscript ksshell latex lwp-download lwp-request mtr pg pico pkexec
        puppet readelf restic rlwrap rpmquery run-mailcap rview rvim sash scanmem shuf smbclient
        soelim sqlmap sysctl tasksh varnishncsa vigr vimdiff vipw whiptail xdotool xmodmap xmore
        xpad yelp zsoelim zypper adb dosbox easy_install dmsetup mailx sendmail msgattrib lpr lp lpq
        rcp rlogin rsh base58 basename basenc dirname readlink realpath lsb_release arch domainname
        dnsdomainname nisdomainname ypdomainname nologin visudo getcap setcap getfacl setfacl
        """);
  }
}
