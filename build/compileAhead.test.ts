import { parseAst } from 'vite'
import { describe, expect, it } from 'vitest'
import { compiledAhead } from './compileAhead'

/** The places of all functions of a module. */
function functionsOf(code: string) {
  const places: [number, number][] = []
  JSON.stringify(parseAst(code), (_, value) => {
    if (/Function/.test(value?.type ?? '')) places.push([value.start, value.end])
    return value
  })
  return places
}
const allAhead = (code: string) => compiledAhead(code, functionsOf(code), parseAst)
const run = (code: string) => {
  const said: unknown[] = []
  new Function('say', `'use strict';${code}`)((...words: unknown[]) => said.push(...words))
  return said
}

describe('a module whose called functions are compiled ahead', () => {
  it('has them in parentheses and nothing else changed', () => {
    const code = 'const one=1;function called(a){return a}let b=()=>one;function other(){}'
    const place = (text: string): [number, number] => [code.indexOf(text), code.indexOf(text) + text.length]
    expect(compiledAhead(code, [place('function called(a){return a}'), place('()=>one')], parseAst)).toBe(
      'var called=(function (a){return a});const one=1;let b=(()=>one);function other(){}',
    )
    expect(compiledAhead(code, [], parseAst)).toBe(code)
  })

  it.each([
    ['declarations called before they stand', 'say(a());function a(){return b()+1;function b(){return 1}}'],
    [
      'names',
      'function a(){}const b=()=>0,c=function(){},d={e(){},f:()=>0};say(a.name,b.name,c.name,d.e.name,d.f.name)',
    ],
    ['a function that puts another in its place', 'function a(){a=()=>2;return 1}say(a(),a())'],
    [
      'one that calls itself',
      'function a(n){return n?n*a(n-1):1}say(a(5));const b=function c(n){return n?c(n-1):`end`};say(b(3))',
    ],
    ['a parameter and a function of one name', 'function a(b){function b(){return 1}return b()}say(a(2))'],
    [
      'generators and promises',
      'function*a(){yield 1;yield 2}say(...a());async function b(){}say(b()instanceof Promise,(async()=>0)()instanceof Promise)',
    ],
    [
      'methods, accessors and fields of classes',
      'class A{#x=()=>3;static y(){return 1}get x(){return this.#x()}set x(v){say(v)}constructor(){this.z=function(){return this}}}const a=new A;a.x=4;say(a.x,A.y(),a.z()===a)',
    ],
    [
      'objects in short',
      'const a=1,b=()=>2,o={a,b,get c(){return 3},async d(){},[(()=>`e4`)()]:5};say(o.a,o.b(),o.c,o.e4)',
    ],
    [
      'functions within texts, defaults and blocks',
      `function a(b=()=>1,{c}={c:()=>2}){return\`\${b()}\${(()=>c())()}\`}say(a());{function d(){return 3}say(d())}if(true){function e(){return 4}say(e())}`,
    ],
    ['chains of arrows', 'const a=b=>c=>d=>b+c+d;say(a(1)(2)(3),[1,2].map(n=>n*2).join())'],
    [
      'this and new',
      'function A(){this.a=1}A.prototype.b=function(){return this.a};say(new A().b(),(function(){return this})())',
    ],
  ])('does the same: %s', (_, code) => {
    const ahead = allAhead(code)
    expect(ahead).not.toBe(code)
    expect(run(code).length).toBeGreaterThan(0)
    expect(run(ahead)).toEqual(run(code))
  })
})
