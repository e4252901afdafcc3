package dev.rampart.adapter.in.apigateway.security;

/** Which blocks are listed. */
enum BlockListing {
  IN_FORCE("inForce"),
  ENDED("ended");

  private final String wireName;

  BlockListing(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the value of the query parameter. */
  String wireName() {
    return wireName;
  }
}
