import { LETTERS, lazyTest } from '../../text/letters';

// The signs that a text states a purpose although it begins like text about a document, or like a request. Patterns are
// for lower-case text.

/** Speaks to the reader, or of a document: “so that you find it”, “so that readers of this page …”. */
const isToReaders = lazyTest(
  `(?<![${LETTERS}])(?:you|your|yours|reader|readers|readme|document|documents|documentation|docs|page|pages|website|site|file|files|section|template|charter|statement|pull requests?|issues?)(?![${LETTERS}])`,
);
const saysSoThat = lazyTest(`(?<![${LETTERS}])(?:so that|in order that)(?![${LETTERS}])`);
const saysWhatWeDo = lazyTest(
  `(?:^|[.!?,:;] +)we (?!(?:are|were|was|will|would|can|could|may|might|must|should|shall|do|did|have|had|need|want|ask|accept|answer|appreciate|welcome|encourage|recommend|suggest|advise|expect|invite|hope|wish|like|love|look|believe|know|think|also|currently|now|follow|use|moved?|meet|met|began|started|thank|apologi[sz]e|keep|kept|store|publish|published|changed?|updated?|post|posted|list|listed|maintain)(?![${LETTERS}]))[${LETTERS}]`,
);

/** Says what for, to nobody in particular: “Check boats so that crews come home.” */
export function saysWhatFor(lower: string): boolean {
  return saysSoThat(lower) && (!isToReaders(lower) || saysWhatWeDo(lower));
}

/** Says what a group does, or what for: “Hello, we bake bread for sailors.” */
export function statesPurpose(lower: string): boolean {
  return saysWhatWeDo(lower) || saysWhatFor(lower);
}

/** Names something to read, or where to find it: “Read the charter”, “See below”. */
export const namesDocument = lazyTest(
  `(?<![${LETTERS}])(?:you|your|our|us|this|these|here|below|above|following|more|details?|information|instructions|websites?|web|site|sites|pages?|home ?page|docs?|documents?|documentation|readmes?|wiki|charter|bylaws|constitution|files?|folders?|repo|repository|repositories|links?|sections?|chapters?|appendix|annex|guides?|guidelines|handbook|manual|tutorial|minutes|agenda|slides|videos?|blog|posts?|articles?|faqs?|issues?|tracker|board|roadmap|forum|slack|discord|matrix|channel|mailing list|newsletter|calendar|events?|releases?|changelog|licen[cs]e|code of conduct|terms|policy|policies|contributing|list|table|map|app|store)(?![${LETTERS}])|https?:|www\\.|\\.(?:md|txt|pdf|html?|org|com)(?![${LETTERS}])|@|[:：]$`,
);
