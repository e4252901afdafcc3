package dev.rampart.local.gateway.request;

import dev.rampart.local.protocol.http.Field;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a request is known by. As on AWS a client may choose the first id; it is taken only if it
 * looks like one. The second is always ours, and unique.
 */
public record RequestIds(String requestId, String extendedRequestId) {
  public static final String HEADER = "x-amzn-RequestId";
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{7,63}");
  private static final int EXTENDED_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static RequestIds of(List<Field> fields) {
    List<String> chosen = Field.all(fields, HEADER);
    boolean usable = chosen.size() == 1 && ACCEPTED.matcher(chosen.getFirst()).matches();
    byte[] extended = new byte[EXTENDED_BYTES];
    RANDOM.nextBytes(extended);
    return new RequestIds(
        usable ? chosen.getFirst() : UUID.randomUUID().toString(),
        Base64.getUrlEncoder().encodeToString(extended));
  }
}
