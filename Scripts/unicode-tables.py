import unicodedata as u
def ranges(pred,hi=0x30000):
    out=[];s=None
    for c in range(0x80,hi+1):
        ok = c<hi and not(0xD800<=c<=0xDFFF) and pred(chr(c))
        if ok and s is None: s=c
        if not ok and s is not None: out.append((s,c-1)); s=None
    return out
def word(ch):
    cat=u.category(ch)
    return cat[0] in "LN" or cat[0]=="M"
r=ranges(word)
# merge gaps of unassigned (Cn) scalars: they are no separators
m=[]
for a,b in r:
    if m and all(u.category(chr(c)) in("Cn",) for c in range(m[-1][1]+1,a)): m[-1]=(m[-1][0],b)
    else: m.append((a,b))
print(len(r),len(m))
lower={}
for c in range(0x80,0x1E944):
    if 0xD800<=c<=0xDFFF: continue
    l=chr(c).lower()
    if len(l)==1 and l!=chr(c): lower[c]=ord(l)
strip={}
special={0xDF:"ss",0xE6:"ae",0xF8:"o",0x111:"d",0x142:"l",0x153:"oe",0x131:"i",0xFE:"th",0xF0:"d",0x127:"h",0x167:"t",0x138:"k",0x14B:"n",0x17F:"s",0x1E9E:"ss",0xFB00:"ff",0xFB01:"fi",0xFB02:"fl",0xFB03:"ffi",0xFB04:"ffl",0xFB05:"st",0xFB06:"st",0xB2:"2",0xB3:"3",0xB9:"1",0xBA:"o",0xAA:"a"}
for c in list(range(0x80,0x2000))+list(range(0xFF10,0xFF5B)):
    if 0xAC00<=c<=0xD7A3: continue
    d=u.normalize("NFKD" if c>=0xFF10 else "NFD",chr(c))
    b=[x for x in d if not u.combining(x)]
    if len(b)==1 and b[0]!=chr(c):
        strip[c]=ord(b[0].lower())
print(len(lower),len(strip),max(lower),[hex(c) for c in strip if c>0xffff][:3])
# group lower into ranges (start,end,delta,step)
def group(mp):
    ks=sorted(mp);out=[];i=0
    while i<len(ks):
        d=mp[ks[i]]-ks[i];best=(1,1)
        for step in(1,2):
            j=i
            while j+1<len(ks) and ks[j+1]-ks[j]==step and mp[ks[j+1]]-ks[j+1]==d: j+=1
            # a step-2 run must not swallow: fine
            if j-i+1>best[1]: best=(step,j-i+1)
        step,n=best
        out.append((ks[i],ks[i]+(n-1)*step,step,d)); i+=n
    return out
g=group(lower);print("lower groups",len(g))
json_=dict(w=m,l=g,s=strip)
import json;json.dump(json_,open("t.json","w"))
# strip groups: only where result differs from simple lower
print(len(strip))
bmp={c:v for c,v in strip.items() if v<0x10000}
def lines(items,per):
    return "\n".join("    "+" ".join(x+"," for x in items[i:i+per]) for i in range(0,len(items),per))
o=open("UnicodeTables.swift","w")
o.write("""// Tables of Unicode 15 (`Scripts/unicode-tables.py` writes this file): what is part of a word, and how it folds.
// Each is sorted, so that a binary search finds a scalar.

/// First and last scalar of each run of letters, digits and marks above ASCII.
let wordRuns: [UInt32] = [
"""+lines([f"0x{a:X}, 0x{b:X}" for a,b in m],9)+"""
]

/// Runs of capital letters: first scalar, last scalar, step from one capital to the next, distance to its small letter.
let capitalRuns: [Int32] = [
"""+lines([f"0x{a:X}, 0x{b:X}, {s}, {d}" for a,b,s,d in g],5)+"""
]

/// Scalars that lose an accent: the scalar in the upper half, its plain small letter in the lower.
let plainLetters: [UInt32] = [
"""+lines([f"0x{c:X}{v:04X}" for c,v in sorted(bmp.items())],13)+"""
]
""")
o.close()
