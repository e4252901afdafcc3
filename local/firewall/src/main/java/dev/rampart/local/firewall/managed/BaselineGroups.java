package dev.rampart.local.firewall.managed;

import static dev.rampart.local.firewall.managed.Signatures.ARGUMENTS;
import static dev.rampart.local.firewall.managed.Signatures.BODY;
import static dev.rampart.local.firewall.managed.Signatures.COOKIES;
import static dev.rampart.local.firewall.managed.Signatures.HEADERS;
import static dev.rampart.local.firewall.managed.Signatures.PATH;
import static dev.rampart.local.firewall.managed.Signatures.QUERY;
import static dev.rampart.local.firewall.managed.Signatures.plain;
import static dev.rampart.local.firewall.managed.Signatures.raw;

import dev.rampart.local.firewall.field.Oversize;
import dev.rampart.local.firewall.field.RequestComponent;
import dev.rampart.local.firewall.managed.Signatures.AnyOf;
import dev.rampart.local.firewall.managed.Signatures.Search;
import dev.rampart.local.firewall.statement.ByteMatch;
import dev.rampart.local.firewall.statement.InjectionMatch;
import dev.rampart.local.firewall.statement.Inspected;
import dev.rampart.local.firewall.statement.Negation;
import dev.rampart.local.firewall.statement.RuleStatement;
import dev.rampart.local.firewall.statement.SizeConstraint;
import java.util.List;

/**
 * AWS's baseline groups (AWS WAF Developer Guide, "Baseline rule groups"): core rule set, known bad
 * inputs, admin protection.
 */
final class BaselineGroups {
  private static final RequestComponent USER_AGENT = new RequestComponent.Header("user-agent");

  private BaselineGroups() {}

  static ManagedGroup common() {
    return new ManagedGroup(
        "AWSManagedRulesCommonRuleSet",
        "core-rule-set",
        700,
        List.of(
            exact("NoUserAgent_HEADER", "NoUserAgent_Header", new Negation(present(USER_AGENT))),
            documented("UserAgent_BadBots_HEADER", "BadBots_Header", badBots()),
            exact(
                "SizeRestrictions_QUERYSTRING",
                "SizeRestrictions_QueryString",
                longer(QUERY, 2_048)),
            exact(
                "SizeRestrictions_Cookie_HEADER",
                "SizeRestrictions_Cookie_Header",
                longer(new RequestComponent.Header("cookie"), 10_240)),
            exact(
                "SizeRestrictions_BODY",
                "SizeRestrictions_Body",
                longer(new RequestComponent.Body(Oversize.MATCH), 8_192)),
            exact("SizeRestrictions_URIPATH", "SizeRestrictions_URIPath", longer(PATH, 1_024)),
            documented("EC2MetaDataSSRF_BODY", "EC2MetaDataSSRF_Body", metadata(BODY)),
            documented("EC2MetaDataSSRF_COOKIE", "EC2MetaDataSSRF_Cookie", metadata(COOKIES)),
            documented("EC2MetaDataSSRF_URIPATH", "EC2MetaDataSSRF_URIPath", metadata(PATH)),
            documented(
                "EC2MetaDataSSRF_QUERYARGUMENTS",
                "EC2MetaDataSSRF_QueryArguments",
                metadata(ARGUMENTS)),
            documented(
                "GenericLFI_QUERYARGUMENTS", "GenericLFI_QueryArguments", upwards(ARGUMENTS)),
            documented("GenericLFI_URIPATH", "GenericLFI_URIPath", upwards(PATH)),
            documented("GenericLFI_BODY", "GenericLFI_Body", upwards(BODY)),
            documented(
                "RestrictedExtensions_URIPATH", "RestrictedExtensions_URIPath", extension(PATH)),
            documented(
                "RestrictedExtensions_QUERYARGUMENTS",
                "RestrictedExtensions_QueryArguments",
                extension(ARGUMENTS)),
            documented("GenericRFI_QUERYARGUMENTS", "GenericRFI_QueryArguments", remote(ARGUMENTS)),
            documented("GenericRFI_BODY", "GenericRFI_Body", remote(BODY)),
            documented("GenericRFI_URIPATH", "GenericRFI_URIPath", remote(PATH)),
            script("CrossSiteScripting_COOKIE", "CrossSiteScripting_Cookie", COOKIES),
            script(
                "CrossSiteScripting_QUERYARGUMENTS",
                "CrossSiteScripting_QueryArguments",
                ARGUMENTS),
            script("CrossSiteScripting_BODY", "CrossSiteScripting_Body", BODY),
            script("CrossSiteScripting_URIPATH", "CrossSiteScripting_URIPath", PATH)));
  }

  static ManagedGroup knownBadInputs() {
    return new ManagedGroup(
        "AWSManagedRulesKnownBadInputsRuleSet",
        "known-bad-inputs",
        200,
        List.of(
            documented(
                "JavaDeserializationRCE_HEADER", "JavaDeserializationRCE_Header", java(HEADERS)),
            documented("JavaDeserializationRCE_BODY", "JavaDeserializationRCE_Body", java(BODY)),
            documented(
                "JavaDeserializationRCE_URIPATH", "JavaDeserializationRCE_URIPath", java(PATH)),
            documented(
                "JavaDeserializationRCE_QUERYSTRING",
                "JavaDeserializationRCE_QueryString",
                java(QUERY)),
            documented(
                "Host_localhost_HEADER",
                "Host_Localhost_Header",
                new AnyOf(plain(new RequestComponent.Header("host")), "localhost")),
            exact(
                "PROPFIND_METHOD",
                "Propfind_Method",
                new ByteMatch(
                    plain(new RequestComponent.Method()), ByteMatch.Position.EXACTLY, "propfind")),
            documented(
                "ExploitablePaths_URIPATH",
                "ExploitablePaths_URIPath",
                new AnyOf(plain(PATH), "web-inf", "/.git/", "/.svn/", "/.env")),
            documented("Log4JRCE_HEADER", "Log4JRCE_Header", lookup(HEADERS)),
            documented("Log4JRCE_QUERYSTRING", "Log4JRCE_QueryString", lookup(QUERY)),
            documented("Log4JRCE_BODY", "Log4JRCE_Body", lookup(BODY)),
            documented("Log4JRCE_URIPATH", "Log4JRCE_URIPath", lookup(PATH)),
            approximate(
                "ReactJSRCE_BODY",
                "ReactJSRCE_Body",
                new AnyOf(plain(BODY), ":__proto__:", ":constructor:constructor"))));
  }

  static ManagedGroup adminProtection() {
    return new ManagedGroup(
        "AWSManagedRulesAdminProtectionRuleSet",
        "admin-protection",
        100,
        List.of(
            documented(
                "AdminProtection_URIPATH",
                "AdminProtection_URIPath",
                new AnyOf(plain(PATH), "sqlmanager", "phpmyadmin", "/admin/", "/wp-admin"))));
  }

  private static RuleStatement badBots() {
    return new AnyOf(
        plain(USER_AGENT), "nessus", "nmap", "nikto", "sqlmap", "masscan", "zgrab", "acunetix");
  }

  private static RuleStatement present(RequestComponent component) {
    return new SizeConstraint(raw(component), SizeConstraint.Comparison.GT, 0);
  }

  private static RuleStatement longer(RequestComponent component, int bytes) {
    return new SizeConstraint(raw(component), SizeConstraint.Comparison.GT, bytes);
  }

  /**
   * The address of EC2's metadata, and addresses of the machine itself. AWS documents the purpose
   * alone; that {@code http://localhost} in a redirect URI matches is told by many users.
   */
  private static RuleStatement metadata(RequestComponent component) {
    return new AnyOf(
        plain(component),
        "169.254.169.254",
        "fd00:ec2::254",
        "://localhost",
        "://127.0.0.1",
        "://[::1]");
  }

  private static RuleStatement upwards(RequestComponent component) {
    return new AnyOf(plain(component), "../../", "..\\..\\");
  }

  private static RuleStatement extension(RequestComponent component) {
    return new Search(plain(component), ".", "\\.(log|ini|conf|config|bak|backup|swp)$");
  }

  private static RuleStatement remote(RequestComponent component) {
    return new Search(
        plain(component), "://", "(https?|ftps?|file)://[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  }

  private static RuleStatement java(RequestComponent component) {
    return new AnyOf(
        plain(component),
        "java.lang.runtime",
        "getruntime().exec",
        "java.lang.processbuilder",
        "class.module.classloader",
        "\u00ac\u00ed\0\u0005");
  }

  private static RuleStatement lookup(RequestComponent component) {
    return new AnyOf(
        plain(component), "${jndi:", "${lower:", "${upper:", "${::-", "${${", "${env:env_name:-");
  }

  private static ManagedRule script(String name, String label, RequestComponent component) {
    Inspected inspected =
        component == BODY || component == COOKIES ? raw(component) : plain(component);
    return approximate(name, label, InjectionMatch.script(inspected));
  }

  static ManagedRule exact(String name, String label, RuleStatement statement) {
    return new ManagedRule(name, label, Grade.EXACT, false, statement);
  }

  static ManagedRule documented(String name, String label, RuleStatement statement) {
    return new ManagedRule(name, label, Grade.DOCUMENTED, false, statement);
  }

  static ManagedRule approximate(String name, String label, RuleStatement statement) {
    return new ManagedRule(name, label, Grade.APPROXIMATE, false, statement);
  }
}
