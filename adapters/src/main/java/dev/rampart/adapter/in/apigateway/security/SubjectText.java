package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the names of subjects that people type. */
final class SubjectText {
  /** An asterisk is no letter of a name: where logs are searched, it would stand for any text. */
  private static final Pattern NAME = Pattern.compile("[ -~&&[^\"\\\\*]]{1,256}");

  private SubjectText() {}

  /**
   * Returns the subject, under the name that detection gives it: an IPv6 address stands for its
   * /64, and any address or part of a network for the network. Empty for a text of another kind,
   * and for a range that is wider than one subject.
   */
  static Optional<Subject> parse(SubjectKind kind, String text) {
    Optional<String> name =
        switch (kind) {
          case IP -> addresses(text, IpAddress::site);
          case NETWORK -> addresses(text, IpAddress::network);
          case PRINCIPAL, CLIENT, API_KEY, CREDENTIAL, SIGNATURE, GLOBAL ->
              Optional.of(text).filter(plain -> NAME.matcher(plain).matches());
        };
    return name.map(known -> new Subject(kind, known));
  }

  /** Returns the name of an address, or that of all addresses of a range if they share it. */
  private static Optional<String> addresses(String text, Function<IpAddress, String> naming) {
    return SourceRange.parse(text)
        .flatMap(
            range -> {
              String name = naming.apply(range.lowest());
              return SourceRange.parse(name)
                  .filter(subject -> subject.contains(range))
                  .map(_ -> name);
            });
  }
}
