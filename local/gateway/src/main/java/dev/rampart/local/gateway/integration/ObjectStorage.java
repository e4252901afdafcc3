package dev.rampart.local.gateway.integration;

import dev.rampart.local.protocol.http.HttpResponse;

/** S3, as far as an integration asks it. */
@FunctionalInterface
public interface ObjectStorage {

  /**
   * Reads an object with the rights of a role.
   *
   * @return S3's answer, or why the role could not be taken on
   */
  Read read(String roleArn, String bucket, String key);

  /** Returns a storage that has nothing. */
  static ObjectStorage none() {
    return (_, _, _) -> new Read.Answered(HttpResponse.text(403, ""));
  }

  /** What became of a request for an object. */
  sealed interface Read {

    /** S3 answered; {@code ETag} is among the fields of an object. */
    record Answered(HttpResponse answer) implements Read {}

    /** The gateway may not take on the role. */
    record NotPermitted(String reason) implements Read {}
  }
}
