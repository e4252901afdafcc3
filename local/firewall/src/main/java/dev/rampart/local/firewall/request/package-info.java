/** A request as the firewall sees it: bytes, in the limits up to which it is inspected. */
@NullMarked
package dev.rampart.local.firewall.request;

import org.jspecify.annotations.NullMarked;
