package dev.rampart.benchmark.detection.world.actor;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Excerpt;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the actors of one campaign or trap do, in the terms of the gates that see it. A point that
 * the world does not report becomes the nearest that it does, or nothing. All times are
 * milliseconds since the start of the world; what lies outside of it is not seen.
 */
public final class Script {

  private static final Optional<Excerpt> SHAPE = Optional.of(new Excerpt("…"));
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int OK = 200;

  private final Scene scene;
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Script> bystanders = new ArrayList<>(1);
  private final Set<Subject> subjects = new LinkedHashSet<>();

  public Script(Scene scene) {
    this.scene = scene;
  }

  /** Returns what happened, in the order in which it was told. */
  public List<Happening> happenings() {
    return List.copyOf(happenings);
  }

  /** Returns under what all this may be found besides the sources themselves. */
  public Set<Subject> subjects() {
    return Set.copyOf(subjects);
  }

  /** Returns what bystanders do meanwhile, who are no part of this; made when first asked for. */
  public Script bystanders() {
    if (bystanders.isEmpty()) {
      bystanders.add(new Script(scene));
    }
    return bystanders.getFirst();
  }

  /** Adds something under which all this may be found. */
  public void foundAs(SubjectKind kind, String name) {
    subjects.add(new Subject(kind, name));
  }

  /** Adds what is counted over all sources: a point and its kind. */
  public void foundEverywhere(DetectionPoint point) {
    for (SubjectKind kind : List.of(SubjectKind.GLOBAL, SubjectKind.SIGNATURE)) {
      foundAs(kind, point.name());
      foundAs(kind, point.kind().name());
      foundAs(kind, point.kind().wireName());
    }
  }

  public void signInFailed(long at, Source from, Person person) {
    signInFailed(at, from, person.account());
  }

  public void signInFailed(long at, Source from, String account) {
    add(
        at,
        DetectionPoint.AUTH_FAIL,
        from,
        post("/v1/login", UNAUTHORIZED).withResourceId(account));
  }

  public void signedIn(long at, Source from, Person person) {
    add(
        at,
        DetectionPoint.AUTH_OK,
        from.withPrincipal(person.principal()),
        post("/v1/login", OK).withResourceId(person.account()));
  }

  public void tokenInvalid(long at, Source from, String route) {
    add(at, DetectionPoint.TOKEN_INVALID, from, get(route, UNAUTHORIZED));
  }

  public void tokenExpired(long at, Source from, String route) {
    add(
        at,
        or(DetectionPoint.TOKEN_EXPIRED, DetectionPoint.TOKEN_INVALID),
        from,
        get(route, UNAUTHORIZED));
  }

  public void tokenForged(long at, Source from, String route) {
    add(
        at,
        or(DetectionPoint.TOKEN_FORGED, DetectionPoint.TOKEN_INVALID),
        from,
        get(route, UNAUTHORIZED));
  }

  public void apiKeyUnknown(long at, Source from, String route) {
    if (scene.reports(DetectionPoint.API_KEY_UNKNOWN)) {
      add(at, DetectionPoint.API_KEY_UNKNOWN, from, get(route, FORBIDDEN));
    } else {
      tokenInvalid(at, from, route);
    }
  }

  public void scopeDenied(long at, Source from, String collection) {
    add(
        at,
        or(DetectionPoint.SCOPE_DENIED, DetectionPoint.OBJECT_FORBIDDEN),
        from,
        post(collection, FORBIDDEN));
  }

  public void objectForbidden(long at, Source from, String collection, String object) {
    add(at, DetectionPoint.OBJECT_FORBIDDEN, from, one(collection, FORBIDDEN, object));
  }

  public void objectNotFound(long at, Source from, String collection, String object) {
    add(at, DetectionPoint.OBJECT_NOT_FOUND, from, one(collection, NOT_FOUND, object));
  }

  /** Adds a read that went well, if the world reports such. */
  public void objectRead(long at, Source from, String collection, String object) {
    if (scene.reports(DetectionPoint.OBJECT_OK)) {
      add(at, DetectionPoint.OBJECT_OK, from, one(collection, OK, object));
    }
  }

  public void routeUnknown(long at, Source from, String path) {
    add(at, DetectionPoint.ROUTE_UNKNOWN, from, hashed(path, NOT_FOUND));
  }

  public void sensitivePath(long at, Source from, String pathClass, String path) {
    add(
        at,
        DetectionPoint.SENSITIVE_PATH,
        from,
        hashed(path, NOT_FOUND),
        SignalEvidence.rule(pathClass));
  }

  public void methodUnknown(long at, Source from, String route) {
    add(at, DetectionPoint.METHOD_UNKNOWN, from, get(route, METHOD_NOT_ALLOWED));
  }

  public void wafRule(long at, Source from, String rule, String path) {
    add(at, DetectionPoint.WAF_RULE, from, hashed(path, FORBIDDEN), SignalEvidence.rule(rule));
  }

  /** Adds a refusal of the firewall for too many requests, if the world reports such. */
  public void wafRate(long at, Source from) {
    if (scene.reports(DetectionPoint.WAF_RATE)) {
      add(at, DetectionPoint.WAF_RATE, from, hashed("/", FORBIDDEN), SignalEvidence.rule("rate"));
    }
  }

  public void injection(
      long at, Source from, DetectionPoint point, String route, String field, double score) {
    String name = point.name().substring("INJECTION_".length());
    add(
        at,
        point,
        from,
        post(route, BAD_REQUEST),
        SignalEvidence.injection(field, name.toLowerCase(Locale.ROOT), score, SHAPE));
  }

  public void violation(long at, Source from, String route, String field, String rule) {
    add(
        at,
        DetectionPoint.SCHEMA_VIOLATION,
        from,
        post(route, BAD_REQUEST),
        SignalEvidence.violation(field, rule));
  }

  public void massAssignment(long at, Source from, String route, String field) {
    add(
        at,
        or(DetectionPoint.MASS_ASSIGNMENT, DetectionPoint.SCHEMA_VIOLATION),
        from,
        post(route, BAD_REQUEST),
        SignalEvidence.violation(field, "unknown-member"));
  }

  public void throttled(long at, Source from, String route) {
    add(at, DetectionPoint.THROTTLED, from, get(route, TOO_MANY_REQUESTS));
  }

  private void add(long at, DetectionPoint point, Source from, RequestFacts request) {
    add(at, point, from, request, SignalEvidence.none());
  }

  private void add(
      long at, DetectionPoint point, Source from, RequestFacts request, SignalEvidence evidence) {
    if (at >= 0 && at < Scene.LENGTH.toMillis()) {
      happenings.add(new Happening(at, point, from, request, evidence));
    }
  }

  private DetectionPoint or(DetectionPoint wanted, DetectionPoint otherwise) {
    return scene.reports(wanted) ? wanted : otherwise;
  }

  private static RequestFacts get(String route, int status) {
    return RequestFacts.unknown().withMethod("GET").withRoute(route).withStatus(status);
  }

  private static RequestFacts post(String route, int status) {
    return RequestFacts.unknown().withMethod("POST").withRoute(route).withStatus(status);
  }

  private static RequestFacts one(String collection, int status, String object) {
    return get(collection + "/{id}", status).withResourceId(object);
  }

  private static RequestFacts hashed(String path, int status) {
    return RequestFacts.unknown()
        .withMethod("GET")
        .withStatus(status)
        .withResourceId(Integer.toHexString(path.hashCode()));
  }
}
