/// The frequency and length code with the greatest impact so far; 255 stands for every greater frequency.
struct Best {
    var impact: Float = -1
    var frequency: UInt8 = 0
    var code: UInt8 = 0

    mutating func take(_ impact: Float, _ frequency: UInt32, _ code: UInt8) {
        guard impact > self.impact else { return }
        self = Best(impact: impact, frequency: UInt8(min(frequency, 255)), code: code)
    }

    mutating func take(_ other: Best) { if other.impact > impact { self = other } }
}

/// Keeps the ten greatest impacts.
struct BestTen {
    private var kept: [Best] = []

    mutating func take(_ impact: Float, _ frequency: UInt32, _ code: UInt8) {
        if kept.count == 10, impact <= kept[9].impact { return }
        let place = kept.firstIndex { $0.impact < impact } ?? kept.count
        kept.insert(Best(impact: impact, frequency: UInt8(min(frequency, 255)), code: code), at: place)
        if kept.count > 10 { kept.removeLast() }
    }

    /// The least of the ten; frequency 0 where there are fewer. (At 255 the true frequency may be greater: still a lower bound.)
    var tenth: Best { kept.count == 10 ? kept[9] : Best() }
}
