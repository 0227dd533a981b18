"""Makes the tiny TorchScript modules of this folder and the golden numbers. Version used: torch 2.15.0.

Run in this folder: python make_scripts.py
"""

import json

import numpy as np
import torch
from PIL import Image
from torch import nn


class Small(nn.Module):
    """Conv, pooling and a head: any size."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3, stride=2)
        self.head = nn.Linear(4, 1)

    def forward(self, x):
        return self.head(torch.relu(self.conv(x)).mean((2, 3))).squeeze(-1)


class WithText(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(600, 3)

    def forward(self, x, ids):
        return (x.mean((2, 3)) * self.words(ids).mean(1)).sum(-1)


class FiveNumbers(nn.Module):
    def forward(self, x):
        return x.mean((1, 2, 3)).repeat(5)[None]


class Throws(nn.Module):
    def forward(self, x):
        if x.shape[0] < 9:
            raise RuntimeError("no such luck")
        return x.mean()


torch.manual_seed(3)
small, text = Small().eval(), WithText().eval()
torch.jit.save(torch.jit.trace(small, torch.rand(1, 3, 64, 64)), "small.pt")
torch.jit.save(torch.jit.trace(text, (torch.rand(1, 3, 8, 8), torch.zeros(1, 12, dtype=torch.long))), "text.pt")
torch.jit.save(torch.jit.script(FiveNumbers()), "five.pt")
torch.jit.save(torch.jit.script(Throws()), "throws.pt")
torch.save(small.state_dict(), "weights.pt")


def tensor(image, size=None):
    if size:
        image = image.resize(size, Image.BICUBIC)
    return torch.from_numpy(np.asarray(image).astype(np.float32)).permute(2, 0, 1)[None] / 255


image = Image.open("../kodak-crops/pub_k19_portrait.png").convert("RGB")
mean = torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1)
std = torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1)
with torch.no_grad():
    golden = {
        "any": small(tensor(image)).item(),
        "stretched": small((tensor(image, (60, 40)) - mean) / std).item(),
        "bytes": small(tensor(image) * 255).item(),
    }
json.dump(golden, open("golden.json", "w"), indent=1)
