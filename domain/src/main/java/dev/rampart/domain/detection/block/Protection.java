package dev.rampart.domain.detection.block;

/** Why a source is never blocked. */
public enum Protection {
  /** It belongs to no single network of the Internet: private, loopback, multicast. */
  RESERVED("the address is private or reserved"),
  /** The owner of the deployment named it. */
  OWNER("the owner's setting NeverBlock names the address"),
  ALLOW_LISTED("the address is on the allow list"),
  /** Somebody who operates the API was seen there lately. */
  OPERATOR("an operator was seen at the address lately");

  private final String words;

  Protection(String words) {
    this.words = words;
  }

  /** Returns the reason as a clause for people. */
  public String words() {
    return words;
  }
}
