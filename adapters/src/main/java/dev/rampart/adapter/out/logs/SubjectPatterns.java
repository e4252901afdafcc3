package dev.rampart.adapter.out.logs;

import dev.rampart.domain.common.Sha256;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which lines of the logs are about somebody, as filter patterns of CloudWatch Logs. */
record SubjectPatterns(SearchedLogs logs) {
  private static final int ADDRESS_BITS = 32;

  /**
   * Returns the searches for all lines about a subject.
   *
   * @throws IllegalArgumentException if logs do not know subjects of that kind
   */
  List<LogSearch> of(Subject subject) {
    String name = quoted(subject.name());
    return switch (subject.kind()) {
      case IP, NETWORK -> ofAddress(quoted(addresses(range(subject).orElseThrow())));
      case PRINCIPAL ->
          searches("principal", name, "subjectHash", quoted(Sha256.shortHex(subject.name())))
              .and(logs.signIn(), "message.userSub", name)
              .all();
      case CLIENT ->
          searches("client", name, "client", name)
              .and(logs.signIn(), "message.clientId", name)
              .all();
      case API_KEY -> searches("apiKeyId", name, "apiKeyId", name).all();
      case CREDENTIAL, SIGNATURE, GLOBAL ->
          throw new IllegalArgumentException("no log knows a " + subject.kind().noun());
    };
  }

  /** Returns whether a line that a pattern took is about the subject: IPv6 has many spellings. */
  static boolean isAbout(Subject subject, Source source) {
    return range(subject)
        .map(range -> source.address().map(SourceRange::of).filter(range::contains).isPresent())
        .orElse(true);
  }

  private List<LogSearch> ofAddress(String address) {
    return searches("sourceIp", address, "sourceIp", address)
        .and(logs.firewall(), "httpRequest.clientIp", address)
        .and(logs.signIn(), "message.ipAddress", address)
        .all();
  }

  private static Optional<SourceRange> range(Subject subject) {
    return subject.kind() == SubjectKind.IP || subject.kind() == SubjectKind.NETWORK
        ? SourceRange.parse(subject.name())
        : Optional.empty();
  }

  /** Returns a text with a wildcard that takes every spelling of the addresses. */
  private static String addresses(SourceRange range) {
    String lowest = range.lowest().text();
    if (lowest.indexOf(':') >= 0) {
      return lowest.substring(0, lowest.indexOf(':')) + ":*";
    }
    return range.prefixLength() == ADDRESS_BITS
        ? lowest
        : lowest.substring(0, lowest.lastIndexOf('.')) + ".*";
  }

  /** A text that could end the quotes names nobody. */
  private static String quoted(String text) {
    if (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("no name of a subject in a log");
    }
    return '"' + text + '"';
  }

  private Searches searches(
      String accessMember, String access, String functionMember, String function) {
    return new Searches(
        Stream.concat(
                Stream.of(new LogSearch(logs.access(), equal(accessMember, access))),
                logs.functions().stream()
                    .map(group -> new LogSearch(group, equal(functionMember, function))))
            .toList());
  }

  static String equal(String member, String quoted) {
    return "{ $." + member + " = " + quoted + " }";
  }

  private record Searches(List<LogSearch> all) {
    Searches and(String group, String member, String quoted) {
      return new Searches(
          Stream.concat(all.stream(), Stream.of(new LogSearch(group, equal(member, quoted))))
              .toList());
    }
  }
}
