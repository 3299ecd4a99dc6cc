/// What the block model is told about a block: one byte each, in this order. Training reads the names from here.
///
/// Sizes are on a logarithmic scale, shares in hundredths, scores of tokens around 128; see `Scale`.
enum Feature: Int, CaseIterable {
    // the block
    case width, words, linkDensity, sentences, ending, emphasis, digits, capitals, commas, lines
    case firstSign, lastSign, unit, wrapper, heading, marks
    case lead, tailHeading
    // what its words and names have meant on other sites
    case wordSum, wordMost, wordLeast
    case ownSum, ownMost, ownLeast, nearSum, nearMost, nearLeast, farSum, farMost, farLeast
    // hand-made class evidence: levels up to the nearest
    case strongNegative, weakNegative, bodyName, captionName, bylineName, dateName, standfirstName, negatives
    // the elements around it
    case surroundings, sections, depth, articles
    case imagesNear, imageBefore, imageAfter
    case parentWidth, parentLinks, parentScore, parentBlocks
    case grandparentWidth, grandparentLinks, grandparentScore, grandparentBlocks
    case ancestorWidth, ancestorLinks, ancestorScore, ancestorBlocks
    // the container
    case inContainer, inDominant, levelsToContainer, containerPosition, containerBlocks
    // position
    case position, headlineDistance, headingDistance, headingLevel, headingWords, tailDistance
    // blocks of the same style
    case styleCount, styleWidth, styleScore, styleLinks, styleInside
    case nameCount, nameWidth, nameScore, nameInside
    // the outermost of three or more like elements in the container that the block is in
    case unitCount, unitWidth, unitBlocks, unitHeading, unitPlace
    // the same text elsewhere
    case repeats, seenBefore, title, description, structured
    // the rules
    case kill, verdict, score, keptBefore, keptAfter, keptSince, keptUntil
    // neighbours
    case keptBefore2, keptBefore1, keptNext1, keptNext2
    case widthBefore2, widthBefore1, widthNext1, widthNext2
    case linksBefore1, linksNext1, headingBefore1, headingNext1, endingBefore1, endingNext1
    case nameBefore2, nameBefore1, nameNext1, nameNext2, wordsBefore1, wordsNext1
    case sameStyleBefore, sameStyleNext
    // the page
    case pageBlocks, pageScore, containerWidth, pageLinks, killedShare, keptShare, evidence
}

/// Numbers made bytes, with integers alone, so that every machine makes the same ones.
enum Scale {
    /// Eight steps per octave.
    @inline(__always) static func log(_ number: Int) -> UInt8 {
        guard number > 0 else { return 0 }
        let value = UInt(min(number, 1 << 30)) + 1
        let octave = UInt.bitWidth - 1 - value.leadingZeroBitCount
        let step = octave >= 3 ? (value >> UInt(octave - 3)) & 7 : (value << UInt(3 - octave)) & 7
        return UInt8(truncatingIfNeeded: octave * 8 + Int(step))
    }

    /// Hundredths.
    @inline(__always) static func share(_ part: Int, of whole: Int) -> UInt8 {
        guard whole > 0, part > 0 else { return 0 }
        return UInt8(truncatingIfNeeded: min(part, whole) * 100 / whole)
    }

    /// A sum of token scores, 128 for none.
    @inline(__always) static func centred(_ number: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: min(max(number + 128, 0), 255))
    }

    @inline(__always) static func count(_ number: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: min(max(number, 0), 255))
    }
}
