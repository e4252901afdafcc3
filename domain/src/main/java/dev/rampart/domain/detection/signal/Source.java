package dev.rampart.domain.detection.signal;

import dev.rampart.domain.common.BoundedText;
import dev.rampart.domain.common.IpAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who a signal is about, as far as the gate knew.
 *
 * @param principal the verified subject of the token or the sign-in
 * @param client the client id of the token or the sign-in
 * @param apiKeyId the id of the API key, never the key
 * @param userAgentHash a keyed or plain hash of the user agent, never its text
 * @param fingerprint of the TLS connection
 * @param asn the number of the autonomous system that announces the address
 */
public record Source(
    Optional<IpAddress> address,
    Optional<String> principal,
    Optional<String> client,
    Optional<String> apiKeyId,
    Optional<String> userAgentHash,
    Optional<TlsFingerprint> fingerprint,
    OptionalLong asn) {
  /** Longest name of any kind, in characters. */
  public static final int LENGTH_MAX = 128;

  /** Largest number of an autonomous system; 0 is reserved and stands for none. */
  public static final long ASN_MAX = 0xffff_ffffL;

  private static final Source NOBODY =
      new Source(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty());

  public Source {
    BoundedText.require("principal", principal, LENGTH_MAX);
    BoundedText.require("client", client, LENGTH_MAX);
    BoundedText.require("apiKeyId", apiKeyId, LENGTH_MAX);
    BoundedText.require("userAgentHash", userAgentHash, LENGTH_MAX);
    if (asn.isPresent() && (asn.getAsLong() < 1 || asn.getAsLong() > ASN_MAX)) {
      throw new IllegalArgumentException("no autonomous system has the number " + asn.getAsLong());
    }
  }

  /** Returns a source of which nothing is known; the {@code with} methods add what is. */
  public static Source unknown() {
    return NOBODY;
  }

  public Source withAddress(IpAddress known) {
    return new Source(
        Optional.of(known), principal, client, apiKeyId, userAgentHash, fingerprint, asn);
  }

  public Source withPrincipal(String known) {
    return new Source(
        address, Optional.of(known), client, apiKeyId, userAgentHash, fingerprint, asn);
  }

  public Source withClient(String known) {
    return new Source(
        address, principal, Optional.of(known), apiKeyId, userAgentHash, fingerprint, asn);
  }

  public Source withApiKeyId(String known) {
    return new Source(
        address, principal, client, Optional.of(known), userAgentHash, fingerprint, asn);
  }

  public Source withUserAgentHash(String known) {
    return new Source(address, principal, client, apiKeyId, Optional.of(known), fingerprint, asn);
  }

  public Source withAsn(long known) {
    return new Source(
        address, principal, client, apiKeyId, userAgentHash, fingerprint, OptionalLong.of(known));
  }
}
