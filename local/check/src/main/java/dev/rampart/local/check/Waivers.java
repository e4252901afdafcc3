package dev.rampart.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the template excuses, in {@code Metadata.StandardWaivers}: {@code RULE@subject}, one place;
 * several rules may stand before one subject, with spaces between. Each gives its reason. A key
 * that names a rule of nobody here is for another tool.
 */
final class Waivers {
  private static final String SECTION = "StandardWaivers";
  // Enough for a sentence; "public" is no reason.
  private static final int REASON_CHARS_MIN = 20;
  // The rules whose breach no reason excuses (standard for the infrastructure, section 7).
  private static final Set<String> NEVER =
      Set.of(
          ("API-07 API-12 API-27 API-29 API-37 FN-14 FN-20 FN-21 IAM-02 IAM-04 IAM-05 IAM-06"
                  + " IAM-09 COG-12 COG-13 COG-16 WAF-12 WAF-13 WAF-16 DDB-02 DDB-04 DDB-08"
                  + " EVB-03 SQS-05 SQS-06 SNS-04 SNS-06 KMS-02 LOG-04 TPL-02 TPL-03")
              .split(" ", -1));

  private final List<Waiver> waivers = new ArrayList<>();
  private final Map<String, Waiver> bySubject = new HashMap<>();
  private final Set<Waiver> used = new LinkedHashSet<>();

  /**
   * One rule excused.
   *
   * @param key as it is written, perhaps with other rules
   * @param subject the place; empty if it is missing
   */
  private record Waiver(String key, String rule, String subject, String reason) {}

  Waivers(Template template) {
    for (Map.Entry<String, JsonNode> written :
        template.section("Metadata").path(SECTION).properties()) {
      String key = written.getKey();
      int at = key.indexOf('@');
      String subject = at < 0 ? "" : key.substring(at + 1);
      for (String rule : (at < 0 ? key : key.substring(0, at)).strip().split(" +", -1)) {
        Waiver waiver = new Waiver(key, rule, subject, written.getValue().asText());
        waivers.add(waiver);
        bySubject.putIfAbsent(rule + "@" + subject, waiver);
      }
    }
  }

  /** Says whether a waiver excuses that a rule does not hold at a place. */
  boolean excuse(PostureRule rule, Place place) {
    Optional<Waiver> found =
        Optional.ofNullable(bySubject.get(rule.id() + "@" + place.subject()))
            .filter(_ -> !NEVER.contains(rule.id()));
    found.ifPresent(used::add);
    return found.isPresent();
  }

  /**
   * Returns what is wrong with the waivers: those that excuse nothing, give no reason, or are for
   * what nothing excuses.
   *
   * @param rules the rules that were looked at
   */
  Set<String> faults(List<PostureRule> rules) {
    Set<String> ids = rules.stream().map(PostureRule::id).collect(Collectors.toSet());
    Set<String> faults = new LinkedHashSet<>();
    for (Waiver waiver : waivers) {
      if (ids.contains(waiver.rule())) {
        fault(waiver).ifPresent(what -> faults.add(waiver.key() + ": " + what));
      }
    }
    return faults;
  }

  private Optional<String> fault(Waiver waiver) {
    if (NEVER.contains(waiver.rule())) {
      return Optional.of("no reason excuses " + waiver.rule());
    }
    if (waiver.subject().isEmpty()) {
      return Optional.of("it names no place; write " + waiver.rule() + "@subject");
    }
    if (!used.contains(waiver)) {
      return Optional.of("it excuses nothing of " + waiver.rule() + "; remove it");
    }
    return waiver.reason().length() < REASON_CHARS_MIN
        ? Optional.of("it gives no reason; write why in a sentence")
        : Optional.empty();
  }
}
