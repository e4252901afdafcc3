package dev.rampart.local.tables.value;

import java.util.Arrays;
import java.util.Base64;

/** Binary data with equality by content and the order of unsigned bytes. */
public record Bytes(byte[] content) implements Comparable<Bytes> {

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(content, other.content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes(byte[] theirs) && Arrays.equals(content, theirs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(content);
  }
}
