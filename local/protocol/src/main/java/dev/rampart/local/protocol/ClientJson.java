package dev.rampart.local.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Readers of the JSON that clients send: more behind a document is an error, not left unread. */
public final class ClientJson {
  /**
   * A document of a few bytes for each token becomes a tree of thirty times its size; this many
   * tokens are beyond any honest request, and their tree stays within some 10 MB.
   */
  private static final int TOKENS_MAX = 250_000;

  /** The services' own numbers have at most 17 digits; to read long ones takes time for nothing. */
  private static final int NUMBER_LENGTH_MAX = 64;

  /** For what is small already. */
  public static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** For bodies of calls, which may have megabytes. */
  public static final JsonMapper OF_CALLS =
      JsonMapper.builder(
              JsonFactory.builder()
                  // Names are the client's choice: a table of them would be filled, not used.
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxTokenCount(TOKENS_MAX)
                          .maxNumberLength(NUMBER_LENGTH_MAX)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ClientJson() {}
}
