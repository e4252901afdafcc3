package dev.rampart.domain.detection;

/**
 * What makes two signals of a kind differ in more than time. Sixteen different targets weigh more
 * than sixteen attempts at one.
 */
public enum DistinctKey {
  RULE_AND_ROUTE,
  CLASS_AND_FIELD,
  FIELD_AND_RULE,
  /** The account, object or path that the request was after. */
  RESOURCE,
  CALLER;

  /** Returns the target of the signal; two equal texts are one target. */
  public String of(Signal signal) {
    SignalEvidence evidence = signal.evidence();
    RequestFacts request = signal.request();
    Source source = signal.source();
    String target =
        switch (this) {
          case RULE_AND_ROUTE -> evidence.rule().orElse("") + ' ' + request.route().orElse("");
          case CLASS_AND_FIELD ->
              evidence.attackClass().orElse("") + ' ' + evidence.field().orElse("");
          case FIELD_AND_RULE -> evidence.field().orElse("") + ' ' + evidence.rule().orElse("");
          case RESOURCE -> request.resourceId().or(request::route).orElse("");
          case CALLER ->
              source.principal().or(source::apiKeyId).orElse("")
                  + ' '
                  + source.address().map(IpAddress::text).orElse("");
        };
    return signal.point().name() + ' ' + target;
  }
}
