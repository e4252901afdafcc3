/** AWS WAF: the IP sets that the block rule of the web ACL refers to. */
@NullMarked
package dev.rampart.adapter.out.waf;

import org.jspecify.annotations.NullMarked;
