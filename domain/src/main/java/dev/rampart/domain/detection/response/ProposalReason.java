package dev.rampart.domain.detection.response;

/** Why a threat of an address was not answered with a block, but with the proposal of one. */
public enum ProposalReason {
  DRY_RUN("dryRun", "blocking is in its dry run"),
  /** Reserved, named by the owner, on the allow list, or an operator's. */
  PROTECTED("protected", "the address is one that is never blocked"),
  UNSURE("unsure", "neither the detector, nor a second one, nor the evidence is sure enough"),
  SHARED("shared", "several people use the address"),
  /** Whoever reads a page that somebody else wrote is no attacker. */
  CROSS_SITE("crossSite", "pages of other sites had a browser send most of it"),
  VERIFIED_BOT("verifiedBot", "the address is a known crawler's"),
  /** Its newest signal is older than an incident lives. */
  LATE("late", "the threat is too old to be answered"),
  /** A network has many users; a person may block it. */
  NETWORK("network", "the threat is about a whole network"),
  BUDGET("budget", "the budget of automatic blocks is used up"),
  /** What is kept names a reason that only another release knows. */
  OTHER("other", "another release of the block list had a reason of its own");

  private final String wireName;
  private final String words;

  ProposalReason(String wireName, String words) {
    this.wireName = wireName;
    this.words = words;
  }

  /** Returns the name in the API and in what is stored. */
  public String wireName() {
    return wireName;
  }

  /** Returns the reason as a clause for people. */
  public String words() {
    return words;
  }
}
