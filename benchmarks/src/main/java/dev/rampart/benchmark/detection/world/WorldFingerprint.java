package dev.rampart.benchmark.detection.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A hash of a whole world. */
final class WorldFingerprint {

  private static final int HEX_DIGITS = 16;

  private WorldFingerprint() {}

  static String of(World world) {
    MessageDigest digest = sha256();
    world.signals().forEach(signal -> add(digest, signal));
    for (Campaign campaign : world.campaigns()) {
      add(digest, campaign.family());
      campaign.subjects().stream().map(Object::toString).sorted().forEach(s -> add(digest, s));
      campaign.signals().forEach(signal -> add(digest, signal.id()));
    }
    world.traps().entrySet().stream()
        .map(Object::toString)
        .sorted()
        .forEach(entry -> add(digest, entry));
    return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
  }

  private static void add(MessageDigest digest, Object value) {
    digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
