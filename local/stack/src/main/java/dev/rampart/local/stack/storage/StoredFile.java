package dev.rampart.local.stack.storage;

import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** An object of a bucket, with the media type that {@code aws s3 sync} gives it by its name. */
record StoredFile(String type, byte[] content) {
  private static final String UNKNOWN = "binary/octet-stream";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css",
          "html", "text/html",
          "js", "text/javascript",
          "json", "application/json",
          "svg", "image/svg+xml");
  private static final int OK = 200;

  static StoredFile of(String key, byte[] content) {
    String ending = key.substring(key.lastIndexOf('.') + 1);
    return new StoredFile(TYPES.getOrDefault(ending, UNKNOWN), content);
  }

  /** Returns S3's answer to a request for the object. */
  HttpResponse answer() {
    return new HttpResponse(
        OK, List.of(new Field("Content-Type", type), new Field("ETag", tag())), content);
  }

  /** S3's ETag of an object in one piece: the MD5 sum, in quotes. */
  private String tag() {
    try {
      byte[] sum = MessageDigest.getInstance("MD5").digest(content);
      return '"' + HexFormat.of().formatHex(sum) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
