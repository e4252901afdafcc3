package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the names of subjects that people type. */
final class SubjectText {
  /** An asterisk is no letter of a name: where logs are searched, it would stand for any text. */
  private static final Pattern NAME = Pattern.compile("[ -~&&[^\"\\\\*]]{1,256}");

  private SubjectText() {}

  /**
   * Returns the subject, under the name that detection gives it: an IPv6 address stands for its
   * /64, and any address of a network for the network.
   */
  static Optional<Subject> parse(SubjectKind kind, String text) {
    Optional<String> name =
        switch (kind) {
          case IP -> address(text).map(IpAddress::site);
          case NETWORK -> address(text).map(IpAddress::network);
          case PRINCIPAL, CLIENT, API_KEY, CREDENTIAL, SIGNATURE, GLOBAL ->
              Optional.of(text).filter(plain -> NAME.matcher(plain).matches());
        };
    return name.map(known -> new Subject(kind, known));
  }

  /** Returns the address, or the lowest one of a range. */
  private static Optional<IpAddress> address(String text) {
    return IpAddress.parse(text).or(() -> SourceRange.parse(text).map(SourceRange::lowest));
  }
}
