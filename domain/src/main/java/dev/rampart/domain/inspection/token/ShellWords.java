package dev.rampart.domain.inspection.token;

/** The words of shells: names of programs, and what programs call to run others. */
final class ShellWords {

  private ShellWords() {}

  /** Adds what counts wherever it stands. */
  static void addCode(WordTable words) {
    words.put(
        TokenKind.CODE_EXEC,
        "system passthru shell_exec popen proc_open pcntl_exec backticks execfile subprocess"
            + " check_output runtime getruntime processbuilder phpinfo exec_shell spawn execsync"
            + " spawnsync child_process phpversion preg_replace create_function call_user_func"
            + " file_get_contents file_put_contents fopen readfile include_once require_once"
            + " invoke-expression invoke-webrequest downloadstring popen2 popen3 execl execv execve"
            + " execvp invokeexpression wscript scriptengine scriptenginemanager assert");
    words.put(TokenKind.PHP, "php");
    words.put(TokenKind.BATCH, "exist equ neq lss leq gtr geq defined");
    words.put(
        TokenKind.SHELL_WORD,
        "ifs comspec systemroot systemdrive windir errorlevel random delims allusersprofile");
  }

  /** Adds the names that a command may have. */
  static void addCommands(WordTable commands) {
    commands.put(TokenKind.SHELL_CLOSE, "done fi esac");
    commands.put(TokenKind.SHELL_LOOP, "while until");
    commands.put(
        TokenKind.SHELL,
        "sh bash zsh ksh csh tcsh dash fish ash cmd command powershell python python2 python3 perl"
            + " ruby php node lua tclsh irb gdb busybox sudo su env xargs awk gawk mawk nawk sed"
            + " vim vi ex ed emacs nano eval exec builtin coproc doas source nohup setsid timeout"
            + " strace ltrace watch nice openssl socat nc ncat netcat telnet ssh scp sftp ftp tftp"
            + " wget curl fetch lynx w3m aria2c rsync msfconsole mshta rundll32 regsvr32 certutil"
            + " bitsadmin wscript cscript wmic");
    commands.put(
        TokenKind.ENGLISH_COMMAND,
        """
        more less who time date find sort cut join paste split head tail cat make go kill watch look
        sleep type start call test help top view mail at as set move copy color title where pause last
        touch screen script history clear service host hosts file tree wait true false yes fold expand
        column write talk finger strings expect cargo snap free reboot shutdown halt install logger
        rename path format print wall group groups users route locate which batch unset export
        stat tar dig
        """);
    commands.put(
        TokenKind.TOOL,
        """
        ss lsof journalctl systemctl uniq tr tee wc diff cmp comm grep egrep fgrep rg zgrep gzip
        gunzip zip unzip bzip2 bunzip2 xz unxz 7z zcat bzcat xzcat md5sum sha1sum sha256sum apt
        apt-get aptitude dpkg yum dnf rpm pacman apk brew pip pip3 npm npx yarn gem cmake gcc cc g++
        docker kubectl git svn hg mysqldump msbuild pandoc seq tmux
        """);
    commands.put(
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

  /** Adds the names of PowerShell, and the words of any shell that another command follows. */
  static void addPowerShell(WordTable cmdlets, WordTable commands, WordTable prefixes) {
    cmdlets.put(
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
    commands.put(TokenKind.SHELL, "iex irm iwr icm gcm gci gwmi saps sal ipmo pwsh");
    prefixes.put(
        TokenKind.SHELL,
        "exec eval command builtin nohup setsid sudo doas env xargs coproc time nice timeout"
            + " busybox stdbuf unshare chroot watch strace if elif then else do while until not");
  }
}
