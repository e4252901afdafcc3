package dev.rampart.benchmark.detection.world.actor;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.List;

/** The requests of one tool that looks for weaknesses, in a mixture of its own. */
public final class ProbeKit {

  private static final List<String> PATH_CLASSES =
      List.of("env-file", "git", "wordpress", "php-admin", "backup", "actuator", "cgi", "config");
  private static final List<String> FIREWALL_RULES =
      List.of(
          "CrossSiteScripting_BODY",
          "GenericLFI_QUERYARGUMENTS",
          "SQLi_QUERYARGUMENTS",
          "Log4JRCE_HEADER",
          "RestrictedExtensions_URIPATH",
          "NoUserAgent_HEADER",
          "EC2MetaDataSSRF_BODY");
  private static final List<DetectionPoint> INJECTIONS =
      List.of(
          DetectionPoint.INJECTION_SQL,
          DetectionPoint.INJECTION_XSS,
          DetectionPoint.INJECTION_CMD,
          DetectionPoint.INJECTION_PATH,
          DetectionPoint.INJECTION_NOSQL,
          DetectionPoint.INJECTION_LDAP,
          DetectionPoint.INJECTION_SSTI,
          DetectionPoint.INJECTION_JNDI,
          DetectionPoint.INJECTION_XXE,
          DetectionPoint.INJECTION_SSRF,
          DetectionPoint.INJECTION_OTHER);
  private static final double SCORE_MIN = 0.4;
  private static final int TRIES_PER_CLASS = 400;

  private final Scene scene;
  private final double unknown;
  private final double sensitive;
  private final double firewall;
  private final double injection;
  private final double repeats;
  private final String collection;
  private String last = "";

  /** Draws the mixture, and how often the tool asks for the same path again. */
  public ProbeKit(Draw draw, Scene scene) {
    this.scene = scene;
    this.unknown = draw.log(0.05, 1);
    this.sensitive = draw.log(0.05, 1);
    this.firewall = draw.log(0.02, 1);
    this.injection = draw.log(0.01, 0.6);
    this.repeats = draw.chance(0.5) ? 0 : draw.log(0.02, 0.5);
    this.collection = scene.collection(draw);
  }

  /** Writes one request. */
  public void request(Script script, Draw draw, long at, Source from) {
    if (last.isEmpty() || !draw.chance(repeats)) {
      last = "/" + draw.hex(8);
    }
    double which = draw.unit() * (unknown + sensitive + firewall + injection);
    if (which < unknown) {
      script.routeUnknown(at, from, last);
    } else if (which < unknown + sensitive) {
      String pathClass = sensitiveClass(draw);
      script.sensitivePath(at, from, pathClass, pathClass + last);
    } else if (which < unknown + sensitive + firewall) {
      script.wafRule(at, from, firewallRule(draw), last);
    } else {
      injection(script, draw, at, from, collection);
    }
  }

  /** Writes a value that the inspector refuses. */
  public void injection(Script script, Draw draw, long at, Source from, String route) {
    script.injection(
        at, from, draw.of(INJECTIONS), route, scene.field(draw), draw.uniform(SCORE_MIN, 1));
  }

  /** Notes that a rule about all who trip a rule, or ask for a class of paths, may find a tool. */
  public static void foundBySignatures(Script script) {
    PATH_CLASSES.forEach(name -> script.foundAs(SubjectKind.SIGNATURE, name));
    FIREWALL_RULES.forEach(name -> script.foundAs(SubjectKind.SIGNATURE, name));
  }

  /** Returns a class of paths that only scanners ask for. */
  public static String sensitiveClass(Draw draw) {
    return draw.of(PATH_CLASSES);
  }

  /** Returns a path of that class; different scanners ask for the same ones. */
  public static String sensitivePath(Draw draw, String pathClass) {
    return pathClass + draw.logWhole(1, TRIES_PER_CLASS);
  }

  /** Returns the name of a rule of the firewall. */
  public static String firewallRule(Draw draw) {
    return draw.of(FIREWALL_RULES);
  }

  /** Returns the point of a class of injection. */
  public static DetectionPoint injectionPoint(Draw draw) {
    return draw.of(INJECTIONS);
  }
}
