package dev.rampart.local.firewall.managed;

import static dev.rampart.local.firewall.managed.BaselineGroups.approximate;
import static dev.rampart.local.firewall.managed.BaselineGroups.documented;
import static dev.rampart.local.firewall.managed.Signatures.ARGUMENTS;
import static dev.rampart.local.firewall.managed.Signatures.BODY;
import static dev.rampart.local.firewall.managed.Signatures.COOKIES;
import static dev.rampart.local.firewall.managed.Signatures.HEADERS;
import static dev.rampart.local.firewall.managed.Signatures.NO_ADDRESS;
import static dev.rampart.local.firewall.managed.Signatures.PATH;
import static dev.rampart.local.firewall.managed.Signatures.QUERY;
import static dev.rampart.local.firewall.managed.Signatures.commandLine;
import static dev.rampart.local.firewall.managed.Signatures.plain;
import static dev.rampart.local.firewall.managed.Signatures.raw;

import dev.rampart.local.firewall.field.RequestComponent;
import dev.rampart.local.firewall.managed.Signatures.AnyOf;
import dev.rampart.local.firewall.statement.InjectionMatch;
import dev.rampart.local.firewall.statement.RuleStatement;
import java.util.List;

/**
 * AWS's groups for a use case and by the reputation of addresses (AWS WAF Developer Guide,
 * "Use-case specific rule groups" and "IP reputation rule groups").
 */
final class UseCaseGroups {
  private UseCaseGroups() {}

  static ManagedGroup sqlDatabase() {
    return new ManagedGroup(
        "AWSManagedRulesSQLiRuleSet",
        "sql-database",
        200,
        List.of(
            approximate("SQLi_QUERYARGUMENTS", "SQLi_QueryArguments", sql(ARGUMENTS)),
            approximate(
                "SQLiExtendedPatterns_QUERYARGUMENTS",
                "SQLiExtendedPatterns_QueryArguments",
                extended(ARGUMENTS)),
            approximate("SQLi_BODY", "SQLi_Body", InjectionMatch.sql(raw(BODY), false)),
            approximate("SQLiExtendedPatterns_BODY", "SQLiExtendedPatterns_Body", extended(BODY)),
            approximate("SQLi_COOKIE", "SQLi_Cookie", sql(COOKIES)),
            approximate("SQLi_URIPATH", "SQLi_URIPath", sql(PATH))));
  }

  static ManagedGroup linux() {
    return new ManagedGroup(
        "AWSManagedRulesLinuxRuleSet",
        "linux-os",
        200,
        List.of(
            documented("LFI_URIPATH", "LFI_URIPath", linuxFile(PATH)),
            documented("LFI_QUERYSTRING", "LFI_QueryString", linuxFile(QUERY)),
            documented("LFI_HEADER", "LFI_Header", linuxFile(HEADERS))));
  }

  static ManagedGroup posix() {
    return new ManagedGroup(
        "AWSManagedRulesUnixRuleSet",
        "posix-os",
        100,
        List.of(
            documented(
                "UNIXShellCommandsVariables_QUERYSTRING",
                "UNIXShellCommandsVariables_QueryString",
                shell(QUERY)),
            documented(
                "UNIXShellCommandsVariables_BODY", "UNIXShellCommandsVariables_Body", shell(BODY)),
            documented(
                "UNIXShellCommandsVariables_HEADER",
                "UNIXShellCommandsVariables_Header",
                shell(HEADERS))));
  }

  static ManagedGroup php() {
    return new ManagedGroup(
        "AWSManagedRulesPHPRuleSet",
        "php-app",
        100,
        List.of(
            documented(
                "PHPHighRiskMethodsVariables_HEADER",
                "PHPHighRiskMethodsVariables_Header",
                php(HEADERS)),
            documented(
                "PHPHighRiskMethodsVariables_QUERYSTRING",
                "PHPHighRiskMethodsVariables_QueryString",
                php(QUERY)),
            documented(
                "PHPHighRiskMethodsVariables_BODY",
                "PHPHighRiskMethodsVariables_Body",
                php(BODY))));
  }

  static ManagedGroup reputation() {
    return new ManagedGroup(
        "AWSManagedRulesAmazonIpReputationList",
        "amazon-ip-list",
        25,
        List.of(
            approximate("AWSManagedIPReputationList", "AWSManagedIPReputationList", NO_ADDRESS),
            approximate("AWSManagedReconnaissanceList", "AWSManagedReconnaissanceList", NO_ADDRESS),
            new ManagedRule(
                "AWSManagedIPDDoSList",
                "AWSManagedIPDDoSList",
                Grade.APPROXIMATE,
                true,
                NO_ADDRESS)));
  }

  static ManagedGroup anonymous() {
    return new ManagedGroup(
        "AWSManagedRulesAnonymousIpList",
        "anonymous-ip-list",
        50,
        List.of(
            approximate("AnonymousIPList", "AnonymousIPList", NO_ADDRESS),
            approximate("HostingProviderIPList", "HostingProviderIPList", NO_ADDRESS)));
  }

  private static RuleStatement sql(RequestComponent component) {
    return InjectionMatch.sql(plain(component), false);
  }

  private static RuleStatement extended(RequestComponent component) {
    return new AnyOf(
        plain(component),
        "sleep(",
        "benchmark(",
        "pg_sleep",
        "waitfor delay",
        "xp_cmdshell",
        "information_schema");
  }

  private static RuleStatement linuxFile(RequestComponent component) {
    return new AnyOf(
        plain(component),
        "/proc/version",
        "/proc/self/",
        "/proc/cpuinfo",
        "/etc/passwd",
        "/etc/shadow",
        "/etc/group",
        "/.bash_history",
        "/.ssh/");
  }

  private static RuleStatement shell(RequestComponent component) {
    return new AnyOf(
        commandLine(component), "echo $", "cat/etc/", "/bin/sh", "/bin/bash", "$(id)", "$(whoami)");
  }

  private static RuleStatement php(RequestComponent component) {
    return new AnyOf(
        plain(component),
        "fsockopen",
        "$_get",
        "$_post",
        "$_server",
        "base64_decode(",
        "shell_exec(",
        "passthru(");
  }
}
