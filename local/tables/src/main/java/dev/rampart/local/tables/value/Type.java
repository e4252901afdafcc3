package dev.rampart.local.tables.value;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ten types of an attribute value, named as on the wire. */
public enum Type {
  S(1, "STRING"),
  N(2, "NUMBER"),
  B(3, "BINARY"),
  SS(4, "STRING_SET"),
  NS(5, "NUMBER_SET"),
  BS(6, "BINARY_SET"),
  M(7, "MAP"),
  L(8, "LIST"),
  NULL(9, "NULL"),
  BOOL(10, "BOOLEAN");

  private static final Map<String, Type> NAMED =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Type::name, type -> type));

  private final int code;
  private final String longName;

  Type(int code, String longName) {
    this.code = code;
    this.longName = longName;
  }

  /** Returns the number that stands for the type in stored items; never to be changed. */
  public int code() {
    return code;
  }

  /** Returns the type with this code. */
  public static Type coded(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst().orElseThrow();
  }

  /** Returns the name that messages about operands use, such as {@code STRING_SET}. */
  public String longName() {
    return longName;
  }

  /** Says whether values of this type may be keys and have an order. */
  public boolean ordered() {
    return this == S || this == N || this == B;
  }

  /** Returns the type with this name on the wire. */
  public static Optional<Type> named(String name) {
    return Optional.ofNullable(NAMED.get(name));
  }
}
