package dev.rampart.domain.common;

/** The versions of the Internet Protocol, whose addresses are kept in sets of their own. */
public enum IpVersion {
  V4,
  V6
}
