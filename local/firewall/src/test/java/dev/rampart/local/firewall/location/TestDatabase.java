package dev.rampart.local.firewall.location;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes small databases of IPv4 addresses for tests, by the MaxMind DB File Format Specification
 * 2.0: a tree of bits with records of 24 bits, the data, and the metadata behind their marker.
 */
public final class TestDatabase {
  private static final int EMPTY = -1;
  private static final int SEPARATOR_BYTES = 16;
  private static final byte[] MARKER = {(byte) 0xab, (byte) 0xcd, (byte) 0xef};

  private final String type;
  private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {EMPTY, EMPTY}));
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  private TestDatabase(String type) {
    this.type = type;
  }

  /** A database of countries and their parts. */
  public static TestDatabase ofCities() {
    return new TestDatabase("Test-City");
  }

  /** A database of autonomous systems. */
  public static TestDatabase ofSystems() {
    return new TestDatabase("Test-ASN");
  }

  static TestDatabase ofType(String type) {
    return new TestDatabase(type);
  }

  /** Adds a single address in a country, and in a part of it if there is one. */
  public TestDatabase city(String address, String country, String... parts) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("country", Map.of("iso_code", country));
    if (parts.length > 0) {
      record.put("subdivisions", List.of(Map.of("iso_code", parts[0])));
    }
    return add(address, record);
  }

  /** Adds a single address of an autonomous system. */
  public TestDatabase system(String address, int number) {
    return add(address, Map.of("autonomous_system_number", number));
  }

  TestDatabase add(String address, Object record) {
    int at = data.size();
    write(data, record);
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    int node = 0;
    for (int bit = 0; bit < 31; bit++) {
      int side = side(bytes, bit);
      if (nodes.get(node)[side] == EMPTY) {
        nodes.get(node)[side] = nodes.size();
        nodes.add(new int[] {EMPTY, EMPTY});
      }
      node = nodes.get(node)[side];
    }
    // Where the data starts is known when all nodes are.
    nodes.get(node)[side(bytes, 31)] = -2 - at;
    return this;
  }

  private static int side(byte[] bytes, int bit) {
    return bytes[bit / 8] >> (7 - bit % 8) & 1;
  }

  /** Writes the file. */
  public Path write(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int[] node : nodes) {
      for (int record : node) {
        int value = record;
        if (record == EMPTY) {
          value = nodes.size();
        } else if (record < EMPTY) {
          value = nodes.size() + SEPARATOR_BYTES + (-2 - record);
        }
        number(out, value, 3);
      }
    }
    out.writeBytes(new byte[SEPARATOR_BYTES]);
    data.writeTo(out);
    out.writeBytes(MARKER);
    out.writeBytes("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("binary_format_major_version", 2);
    metadata.put("binary_format_minor_version", 0);
    metadata.put("build_epoch", 1L);
    metadata.put("database_type", type);
    metadata.put("description", Map.of());
    metadata.put("ip_version", 4);
    metadata.put("languages", List.of());
    metadata.put("node_count", nodes.size());
    metadata.put("record_size", 24);
    write(out, metadata);
    return Files.write(file, out.toByteArray());
  }

  private static void write(ByteArrayOutputStream out, Object value) {
    switch (value) {
      case String text -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(2 << 5 | bytes.length);
        out.writeBytes(bytes);
      }
      case Integer number -> {
        out.write(6 << 5 | 4);
        number(out, number, 4);
      }
      case Long number -> {
        out.write(8);
        out.write(2);
        number(out, number, 8);
      }
      case Map<?, ?> members -> {
        out.write(7 << 5 | members.size());
        members.forEach(
            (name, member) -> {
              write(out, name);
              write(out, member);
            });
      }
      case List<?> elements -> {
        out.write(elements.size());
        out.write(4);
        elements.forEach(element -> write(out, element));
      }
      default -> throw new IllegalArgumentException("cannot write " + value);
    }
  }

  private static void number(ByteArrayOutputStream out, long value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      out.write((int) (value >> shift));
    }
  }
}
