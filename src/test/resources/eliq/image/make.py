"""Makes the picture files beside it, with Pillow 13.0 (an encoder and a decoder independent of ours).

scene.png is the content; what is named after a lossless format must decode to exactly those pixels, and each
*.expected.png holds what Pillow decodes from the lossy file of that name.
"""
import numpy as np
from PIL import Image

y, x = np.mgrid[0:30, 0:45]
scene = np.stack([128 + 100 * np.sin(x / 10), 128 + 100 * np.cos(y / 7), (x + y) * 255 / 75], -1)
scene = Image.fromarray(scene.clip(0, 255).astype("uint8"))
alpha = Image.fromarray(((x * 255) // 44).astype("uint8"))
scene.save("scene.png")

scene.save("lossless.webp", lossless=True)
scene.save("lzw.tif", compression="tiff_lzw")
scene.save("24-bit.bmp")

turned = Image.Exif()
turned[0x112] = 6
scene.save("turned.webp", lossless=True, exif=turned)
scene.save("turned.tif", tiffinfo={0x112: 6}, compression="tiff_deflate")
scene.save("turned.png", exif=turned)

with_alpha = scene.copy()
with_alpha.putalpha(alpha)
white = Image.new("RGBA", scene.size, (255, 255, 255, 255))
Image.alpha_composite(white, with_alpha).convert("RGB").save("alpha.expected.png")
with_alpha.save("alpha.png")
with_alpha.save("alpha.webp", lossless=True)
with_alpha.save("alpha.tif", compression="tiff_lzw")

for name, picture in {
    "cmyk.jpg": scene.convert("CMYK"),
    "grey.jpg": scene.convert("L"),
    "progressive.jpg": scene,
}.items():
    picture.save(name, quality=90, progressive=name.startswith("prog"))
    Image.open(name).convert("RGB").save(name + ".expected.png")
scene.save("lossy.webp", quality=90)
Image.open("lossy.webp").convert("RGB").save("lossy.webp.expected.png")

palette = scene.quantize(16)
palette.save("palette.gif", transparency=3)
Image.alpha_composite(white, Image.open("palette.gif").convert("RGBA")).convert("RGB").save(
    "palette.gif.expected.png")
