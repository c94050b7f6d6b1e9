import { it } from 'vitest'
import { submitComment } from '/work/main/worker/services/comments/submit-comment'
import { newComment } from '/work/main/tests/support/make-comment'
import { makeConsultation } from '/work/main/tests/support/make-consultation'
import { startTestApp } from '/work/main/tests/support/test-app'
import { sql } from 'drizzle-orm'
import { readFileSync, readdirSync } from 'node:fs'
const app = await startTestApp()
await makeConsultation(app)
const shift=(t:string,by:number)=>[...t].map(c=>/\p{Script=Han}/u.test(c)?String.fromCodePoint(0x4e00+((c.codePointAt(0)!-0x4e00+by*37)%0x5000)):c).join('')
const letter='我们是一家三十多人的五金加工厂，去年购置了两台数控车床。技改补贴要求单个项目投资额不低于五百万元，像我们这样的小厂永远够不着门槛。建议对五十人以下的企业单独设立小额技改补贴。'
function cpuOfSqld(){ let t=0; for(const p of readdirSync('/proc').filter(x=>/^\d+$/.test(x))){ try{ const c=readFileSync(`/proc/${p}/cmdline`,'utf8'); if(c.includes('sqld')&&c.includes(new URL(app.url).port)){ const s=readFileSync(`/proc/${p}/stat`,'utf8').split(') ')[1]!.split(' '); t+=Number(s[11])+Number(s[12]) } }catch{} } return t*10 }
it('x', async()=>{
  for (const [name,make] of [['distinct',(i:number)=>shift(letter,i+1)],['copies',(i:number)=>letter+`第${i}家。`],['short',(i:number)=>`支持第${i}条。`]] as const){
    const a=process.cpuUsage(), t=performance.now(), c=cpuOfSqld()
    for(let i=0;i<300;i++) await submitComment(app.context(),'1.1',newComment({body:make(i)}),null)
    const d=process.cpuUsage(a)
    console.log(name,'wall',((performance.now()-t)/300).toFixed(1),'node cpu',((d.user+d.system)/1000/300).toFixed(1),'sqld cpu',((cpuOfSqld()-c)/300).toFixed(1))
  }
  await app.db.run(sql`SELECT 1`)
}, 200000)
