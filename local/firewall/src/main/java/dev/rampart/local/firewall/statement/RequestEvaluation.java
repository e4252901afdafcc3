package dev.rampart.local.firewall.statement;

import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.inspection.Verdict;
import dev.rampart.local.firewall.field.Extract;
import dev.rampart.local.firewall.request.ByteText;
import dev.rampart.local.firewall.request.InspectedRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A request while the rules of a web ACL judge it, and what they have found. For one thread. */
public final class RequestEvaluation {
  private static final Inspector INSPECTOR = Inspector.standard();

  private final InspectedRequest request;
  private final Instant now;
  private final Set<String> labels = new LinkedHashSet<>();
  private final Map<Inspected, Extract> extracts = new HashMap<>();
  private final Map<String, Verdict> verdicts = new HashMap<>();
  private final List<MatchDetail> details = new ArrayList<>();
  private final List<RateFinding> rates = new ArrayList<>();

  public RequestEvaluation(InspectedRequest request, Instant now) {
    this.request = request;
    this.now = now;
  }

  public InspectedRequest request() {
    return request;
  }

  /** Returns the time at which the request came. */
  public Instant now() {
    return now;
  }

  /** Returns the labels that rules have added so far, in their order. */
  public Set<String> labels() {
    return labels;
  }

  /** Returns what a statement inspects, transformed; the work is done once for each request. */
  Extract extract(Inspected inspected) {
    return extracts.computeIfAbsent(inspected, each -> each.extract(request));
  }

  /** Returns what Rampart's inspector says of a text. */
  Verdict verdict(String byteText) {
    return verdicts.computeIfAbsent(
        byteText, text -> INSPECTOR.inspect(FieldKind.PROSE, ByteText.unicode(text)));
  }

  void found(MatchDetail detail) {
    details.add(detail);
  }

  void found(RateFinding finding) {
    rates.add(finding);
  }

  /** Returns what injection statements have found since this was asked last. */
  public List<MatchDetail> takeDetails() {
    List<MatchDetail> taken = List.copyOf(details);
    details.clear();
    return taken;
  }

  /** Returns the rate-based statements that have acted since this was asked last. */
  public List<RateFinding> takeRates() {
    List<RateFinding> taken = List.copyOf(rates);
    rates.clear();
    return taken;
  }

  /** Drops what statements have found since it was taken last. */
  public void forgetFindings() {
    details.clear();
    rates.clear();
  }
}
