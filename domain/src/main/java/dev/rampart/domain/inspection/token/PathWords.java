package dev.rampart.domain.inspection.token;

/** The words of paths: folders and files that only a system or an attacker names. */
final class PathWords {

  private PathWords() {}

  static void addTo(WordTable words) {
    words.put(TokenKind.PATH_ROOT, "etc proc dev root sbin boot sys private");
    words.put(TokenKind.PATH_PLACE, "usr var opt tmp home srv mnt lib");
    words.put(TokenKind.PATH_INF, "inf");
    words.put(TokenKind.BIN, "bin");
    words.put(
        TokenKind.PATH_SECRET,
        """
        passwd shadow gshadow sudoers htpasswd htaccess id_rsa id_dsa id_ecdsa id_ed25519
        authorized_keys known_hosts environ cmdline inetd vsftpd proftpd web-inf meta-inf webinf
        bash_history mysql_history psql_history sh_history zsh_history bash_profile netrc npmrc pgpass
        aws_credentials wp-config localstart iissamples msadc sshd_config ssh_config gitconfig mtab
        resolv serviceaccount kubeconfig etcpasswd etcshadow etcgroup etchosts bootini winntwinini
        windowswinini
        """);
    words.put(
        TokenKind.PATH_CONFIG,
        """
        fstab crontab httpd apache apache2 nginx lighttpd tomcat hosts issue motd group profile
        bashrc zshrc configuration global inputrc services hostname networks aliases exports samba smb
        snmp ssh ssl xinetd rsyslog syslog logrotate svn git hg cvs
        """);
    words.put(
        TokenKind.PATH_WINDOWS,
        "windows winnt system32 system boot.ini win repair sam inetpub wwwroot autoexec ntuser"
            + " inetsrv pagefile swapfile windir syswow64 panther unattend");
    words.put(
        TokenKind.PATH_DESKTOP,
        "drivers program programdata users documents settings config cmd logfiles xampp wamp"
            + " desktop ini bat");
    words.put(
        TokenKind.PATH_LOG,
        "log logs access_log error_log access error auth_log messages secure maillog lastlog wtmp"
            + " utmp btmp faillog adm cron mail news conf cnf cfg");
  }
}
