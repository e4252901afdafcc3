package dev.rampart.local.firewall.statement;

import java.util.List;

/**
 * What a log record says of a match: AWS WAF gives details for SQL injection and cross-site
 * scripting alone.
 *
 * @param conditionType {@code SQL_INJECTION} or {@code XSS}
 * @param matchedData pieces of the text that matched
 */
public record MatchDetail(
    String conditionType,
    String sensitivityLevel,
    String location,
    List<String> matchedData,
    String matchedFieldName) {
  public MatchDetail {
    matchedData = List.copyOf(matchedData);
  }
}
