package dev.rampart.local.firewall;

import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.firewall.engine.WebAcl;
import dev.rampart.local.firewall.log.LogSource;
import dev.rampart.local.firewall.request.InspectedRequest;
import dev.rampart.local.protocol.http.HttpRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** A web ACL at work in front of one resource. Safe for use by many threads. */
public final class Firewall {
  private final ProtectedAcl guarding;
  private final String sourceName;
  private final String sourceId;
  private final InstantSource clock;
  private final Consumer<String> log;
  private final Consumer<FirewallVerdict> verdicts;

  /**
   * Puts a web ACL in front of a resource.
   *
   * @param sourceName {@code APIGW} or {@code COGNITO}
   * @param sourceId the resource, as log records name it
   * @param log gets each record that is kept, one line of JSON; called by many threads
   */
  public Firewall(
      ProtectedAcl guarding,
      String sourceName,
      String sourceId,
      InstantSource clock,
      Consumer<String> log) {
    this(guarding, sourceName, sourceId, clock, log, _ -> {});
  }

  private Firewall(
      ProtectedAcl guarding,
      String sourceName,
      String sourceId,
      InstantSource clock,
      Consumer<String> log,
      Consumer<FirewallVerdict> verdicts) {
    this.verdicts = verdicts;
    this.guarding = guarding;
    this.sourceName = sourceName;
    this.sourceId = sourceId;
    this.clock = clock;
    this.log = log;
  }

  /** Returns the same that also tells a listener, called by many threads, of each verdict. */
  public Firewall reportingTo(Consumer<FirewallVerdict> listener) {
    return new Firewall(guarding, sourceName, sourceId, clock, log, listener);
  }

  /** Returns the web ACL. */
  public WebAcl acl() {
    return guarding.acl();
  }

  /** Judges a request, and writes its log record. */
  public FirewallVerdict judge(HttpRequest request, String requestId) {
    Instant now = clock.instant();
    FirewallVerdict verdict =
        guarding.acl().judge(new InspectedRequest(request, guarding.bodyBytesMax()), now);
    guarding
        .log()
        .flatMap(
            records ->
                records.line(
                    new LogSource(guarding.acl().arn(), sourceName, sourceId, requestId, now),
                    verdict))
        .ifPresent(log);
    verdicts.accept(verdict);
    return verdict;
  }
}
